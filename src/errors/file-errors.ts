import type { CatalogueEntry } from './entry.ts';

/** What can be wrong with a file that is brought in, with its rows and with how it is sent. */
export const FILE_ERRORS = {
  FILE_MALFORMED: {
    description: 'The file cannot be read as what it seems to be: CSV, XLSX or JSON Lines, packed by gzip or not.',
    remedy: 'Save it anew as XLSX, or as CSV in UTF-8.',
  },
  FILE_ENCODING: {
    description: 'The file’s text is not UTF-8; in any other encoding Vietnamese would come out as other words.',
    remedy: 'Save it as “CSV UTF-8”, or as XLSX.',
  },
  FILE_TOO_LARGE: {
    description:
      'The file holds more than is taken: bytes once unpacked, rows, columns, or characters of a cell or row.',
    remedy: 'Split the file; docs/import.md lists the limits.',
  },
  SUBJECT_UNKNOWN: {
    description: 'The headers do not tell what the file is about.',
    remedy: 'Name the subject, or begin from its template.',
  },
  HEADER_UNKNOWN: {
    description: 'A header, or a name in JSON, is none of the subject’s.',
    remedy: 'Take the column out, or write its header as the template does.',
  },
  HEADER_DUPLICATE: {
    description: 'Two headers stand for the same column.',
    remedy: 'Take one of them out.',
  },
  HEADER_MISSING: {
    description: 'A column that the subject needs is not there.',
    remedy: 'Add it, as the template has it.',
  },
  ROW_RAGGED: {
    description: 'A row has more or fewer cells than there are headers.',
    remedy: 'Put texts that hold a separator in quotes, and leave empty cells in their place.',
  },
  ROW_MALFORMED: {
    description: 'A line is no JSON object.',
    remedy: 'Write one object on each line.',
  },
  ROW_DUPLICATE: {
    description: 'Rows of the file are about the same thing; which of them counts is not said.',
    remedy: 'Keep one of them.',
  },
  CELL_IS_FORMULA: {
    description: 'A cell holds a formula, whose result may be out of date.',
    remedy: 'Put the value in its place: copy, then paste values only.',
  },
  CELLS_MERGED: {
    description: 'Cells of the sheet are merged; which rows the value is for is not said.',
    remedy: 'Unmerge them, and write the value in each row.',
  },
  VALUE_MISSING: {
    description: 'A cell that the row needs is empty.',
    remedy: 'Fill it in.',
  },
  VALUE_MALFORMED: {
    description: 'A cell is not written as its column wants it, or holds characters that no text has.',
    remedy: 'Write it as the template shows.',
  },
  VALUE_NOT_ALLOWED: {
    description: 'A cell holds none of the values that its column has.',
    remedy: 'Choose one that the template lists, by its code or its name.',
  },
  VALUE_OUT_OF_RANGE: {
    description: 'A value lies outside what can be: a count below zero, a day before what it follows on.',
    remedy: 'Check the value.',
  },
  NUMBER_MALFORMED: {
    description: 'A cell holds no number, or one in the other style than the file’s.',
    remedy: 'Write 1.234,5 or 1234.5, the same way in the whole file.',
  },
  NUMBER_STYLE_MIXED: {
    description: 'The file writes some numbers as 1.234,5 and others as 1,234.5; which is meant is not guessed.',
    remedy: 'Write all of them one way.',
  },
  NUMBER_STYLE_AMBIGUOUS: {
    description: 'Numbers such as 1.234 could be read in two ways, and nothing else in the file tells which.',
    remedy: 'Say how the file writes numbers (`numbers`), or leave out the thousands’ mark.',
  },
  SOURCE_UNKNOWN: {
    description: 'No source document has this id.',
    remedy: 'Bring in the sources first.',
  },
  FIGURE_LOCKED: {
    description: 'The figure is of a report that was handed in or approved, which holds its figures locked.',
    remedy: 'Have the report returned, or reopened if it was approved, and send the file again.',
  },
  MEMBER_UNKNOWN: {
    description: 'No member that the sender may see has this code or number.',
    remedy: 'Bring in the members first, and check the code.',
  },
  MEMBER_IN_TWO_CELLS: {
    description: 'A member would be in two cells on one day.',
    remedy: 'Tell of a transfer by an event TRANSFER_IN, or mend the cell.',
  },
  MEMBER_NOT_IN_CELL: {
    description: 'The member was not in the cell on the day of the event.',
    remedy: 'Check the cell and the day, or tell of the transfer first.',
  },
  EVENT_BEFORE_BIRTH: {
    description: 'Something is dated on or before the member’s day of birth.',
    remedy: 'Check both days.',
  },
  EVENT_BEFORE_ADMISSION: {
    description: 'Something is dated before the member’s admission.',
    remedy: 'Check both days.',
  },
  EVENT_IN_THE_PAST: {
    description: 'A member’s coming or going is dated before a later one that is on record.',
    remedy: 'Check the day: stays go on from the last one on record.',
  },
  DEFINITION_CIRCLE: {
    description: 'An indicator would be defined by itself.',
    remedy: 'Take the circle out of the definitions.',
  },
  DEFINITION_ILLEGAL: {
    description: 'An indicator cannot be defined in this way.',
    remedy: 'docs/indicators.md says what defines what.',
  },
  KIND_IN_USE: {
    description: 'An indicator that has facts would become one of another kind.',
    remedy: 'Give the new kind a code of its own.',
  },
  ENTRY_MALFORMED: {
    description: 'An entry of the catalogue is not written as one.',
    remedy: 'docs/indicators.md shows how entries are written.',
  },
  FACTS_CHANGED: {
    description: 'What a file was checked against changed while it was being written; nothing of it was taken.',
    remedy: 'Send it again.',
  },
  IMPORT_STOPPED: {
    description: 'The import was stopped, and nothing of it was taken.',
    remedy: 'Send the file again if it was not meant.',
  },
  UPLOAD_REFUSED: {
    description: 'The request with files is not written as the multipart convention has it, or lacks its header.',
    remedy: 'Send `operations`, `map` and then one file, with the header `apollo-require-preflight: true`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
