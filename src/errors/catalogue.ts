import type { CatalogueEntry } from './entry.ts';
import { FILE_ERRORS } from './file-errors.ts';

/**
 * The one catalogue of errors. Every error that reaches a user carries one of these codes in
 * `extensions.code`; docs/errors.md is generated from this table.
 */
export const ERROR_CATALOGUE = {
  PERIOD_MALFORMED: {
    description: 'The text given as a Period is not one.',
    remedy: 'Write 2023, 2023-Q3, 2023-09, 2023-09-30, 2023-01-01/2023-09-30, or a term such as TERM-2020-2025-H1.',
  },
  DATE_MALFORMED: {
    description: 'The text given as a Date is not a day of the calendar.',
    remedy: 'Write a day as YYYY-MM-DD.',
  },
  DATE_TIME_MALFORMED: {
    description: 'The text given as a DateTime is not a moment.',
    remedy: 'Write a moment with its offset, as in 2023-11-01T00:00:00+07:00.',
  },
  INDICATOR_CODE_MALFORMED: {
    description: 'The text given as an IndicatorCode is not written as one.',
    remedy: 'Write the code in upper case with underscores, as in PARTY_MEMBERS.',
  },
  DIMENSION_NAME_MALFORMED: {
    description: 'The text given as a DimensionName is not written as one.',
    remedy: 'Write the name in upper case with underscores, as in MANAGED_BY.',
  },
  INDICATOR_UNKNOWN: {
    description: 'No indicator of the catalogue has this code.',
    remedy: 'Ask `indicators { code name }` for the catalogue.',
  },
  ORGANIZATION_UNKNOWN: {
    description: 'No organisation, living or retired, has this code.',
    remedy: 'Ask `searchOrganizations(name: …) { nodes { code } }`.',
  },
  COMBINATION_ILLEGAL: {
    description: 'The indicator cannot be combined in the way that was asked.',
    remedy: 'A ratio is recomputed, never summed; a class is never combined; a series needs whole periods.',
  },
  DIMENSION_UNKNOWN: {
    description: 'The indicator has no such dimension, or the dimension has no such value.',
    remedy: 'Ask `indicator(code: …) { dimensions }`.',
  },
  SERIES_TOO_LONG: {
    description: 'The series would have more steps than one question may ask for.',
    remedy: 'Ask for a shorter span or a longer step.',
  },
  CURSOR_MALFORMED: {
    description: 'The text given as `after` is not a cursor of this connection.',
    remedy: 'Pass on an `endCursor` or an edge’s `cursor` of the same connection, unchanged.',
  },
  PAGE_SIZE_OUT_OF_RANGE: {
    description: 'The page size asked for is outside what the server gives.',
    remedy: 'Ask for 1 to 1000 with `first`, and go on with `after`.',
  },
  BATCH_TOO_LARGE: {
    description: 'The list given holds more entries than one question may ask for.',
    remedy: 'Split the list.',
  },
  REPRESENTATION_INVALID: {
    description: 'A representation given to `_entities` is of no entity type of this schema.',
    remedy: 'Send the `__typename` of a type that has a `@key`, with the fields of one of its keys.',
  },
  DOCUMENT_UNKNOWN: {
    description: 'No manifest of the server has a document with this hash.',
    remedy: 'Send the text in `query`; or have the manifest of your code generator added to the server’s.',
  },
  DOCUMENT_HASH_WRONG: {
    description: 'The hash of an automatic persisted query is not that of its text, or of another version.',
    remedy: 'Send `{ version: 1, sha256Hash: … }` with the SHA-256 of `query` in hexadecimal.',
  },
  DOCUMENT_NOT_TRUSTED: {
    description: 'The server answers known documents only, and the question is none of them.',
    remedy: 'Ask by the `documentId` of a manifest; DANGBO_DOCUMENTS says whether others are taken.',
  },
  INPUT_INVALID: {
    description: 'A value of the question does not fit its type.',
    remedy: 'The message says what was expected and what came.',
  },
  ORGANIZATION_CODE_TAKEN: {
    description: 'The code given for a new organisation is one’s already; codes are never used again.',
    remedy: 'Choose another code.',
  },
  ORGANIZATION_NOT_OPEN: {
    description: 'An organisation is not open on the day of the operation, or its end is on record already.',
    remedy: 'Ask for its `openedOn` and `closedOn`, and check the day.',
  },
  PARENT_NOT_OPEN: {
    description: 'An organisation would hang under one that is not open on all of these days.',
    remedy: 'Name a parent that lives as long, or enter first what becomes of it.',
  },
  KIND_NOT_ALLOWED: {
    description: 'An organisation of this kind cannot hang there, or cannot become that kind by this operation.',
    remedy: 'docs/structure.md lists which kinds hang under which, and what converts into what.',
  },
  CIRCLE_REFUSED: {
    description: 'An organisation would stand above itself on some day.',
    remedy: 'Name a parent that is not below it.',
  },
  TWO_PARENTS_REFUSED: {
    description: 'An organisation would hang in two places on one day.',
    remedy: 'One of the two decisions has another day, or is mistaken.',
  },
  CHILDREN_WITHOUT_PARENT: {
    description: 'Organisations below would be left without a parent.',
    remedy: 'Move, close or merge them first, or say where they go.',
  },
  MEMBERS_WITHOUT_CELL: {
    description: 'Members would be left without a cell on some day.',
    remedy: 'Say where they go with `members`: by name, all to one cell (`rest`), or to several in turn (`evenly`).',
  },
  OPERATION_CONTRADICTORY: {
    description: 'What an operation on the structure says does not fit together, or changes nothing.',
    remedy: 'The message says what was expected and what came.',
  },
  REPORT_UNKNOWN: {
    description: 'There is no such report, or it is of a unit outside of the viewer’s own.',
    remedy: 'Ask `reports { nodes { id } }` for those that there are.',
  },
  REPORT_STEP_REFUSED: {
    description: 'A report in this state cannot take this step; approved and handed-in figures are locked.',
    remedy: 'docs/reports.md lists the steps. An approved report is corrected after `reopenReport`.',
  },
  REPORT_CHANGED: {
    description: 'The report was changed since it was read.',
    remedy: 'Read it again, and take the step with its new `revision`.',
  },
  REPORT_EMPTY: {
    description: 'A report without figures cannot be handed in.',
    remedy: 'Write its figures with `draftReport` first; a zero is a figure.',
  },
  REPORT_FIGURE_REFUSED: {
    description:
      'A figure does not fit the report that it is for: its period or indicator is none of the report’s, it has no number or no period, or it claims to be known since a day of its own. Or it names a report, and counts at once.',
    remedy: 'The message, or the property with what came, says which; docs/reports.md says what a report takes.',
  },
  REASON_MISSING: {
    description: 'The step needs a reason, and none was given.',
    remedy: 'Say why with `reason`.',
  },
  SAME_PERSON_REFUSED: {
    description: 'Whoever handed a report in cannot approve or return it.',
    remedy: 'Have somebody else of the level above look at it.',
  },
  INDICATOR_SET_UNKNOWN: {
    description: 'No set of indicators has this code.',
    remedy: 'Ask `indicatorSets { code }`.',
  },
  DUE_DATE_CONTRADICTORY: {
    description: 'What a due date says does not fit together.',
    remedy: 'Give `days`, for all periods or those of a kind; or `period` and `dueOn`, for one.',
  },
  ...FILE_ERRORS,
  EXPORT_TOO_LONG: {
    description: 'A workbook would have more rows than the format has.',
    remedy: 'Take CSV, or export smaller units one by one.',
  },
  CONNECTION_MISSING: {
    description: 'A question to be exported has no connection that could be followed from page to page.',
    remedy: 'Ask for `nodes { … } pageInfo { hasNextPage endCursor }` of one connection, with `after: $after`.',
  },
  QUERY_TOO_LARGE: {
    description:
      'The question’s text is larger than the server reads: tokens, aliases, directives, fragments or fields.',
    remedy: 'Split the question; docs/limits.md lists the limits.',
  },
  QUERY_TOO_DEEP: {
    description: 'The question nests fields deeper than the server goes.',
    remedy: 'Ask for a unit further down by its code.',
  },
  QUERY_TOO_COSTLY: {
    description: 'The answer could have more objects than the server gives at once, by the page sizes asked for.',
    remedy: 'Ask for smaller pages with `first`, or for fewer levels at once.',
  },
  FRAGMENT_CYCLE: {
    description: 'A fragment of the question contains itself.',
    remedy: 'Take the circle out.',
  },
  BODY_TOO_LARGE: {
    description: 'The request’s body is larger than the server takes.',
    remedy: 'Split the question, or send its hash as a persisted query.',
  },
  ENCODING_UNSUPPORTED: {
    description: 'The request’s body is compressed, which the server does not take.',
    remedy: 'Send the body as it is.',
  },
  HEADERS_TOO_LARGE: {
    description: 'The address and the headers of the request are larger than the server reads.',
    remedy: 'Send the question with POST.',
  },
  REQUEST_TOO_SLOW: {
    description: 'The headers or the body of the request did not come in time; the connection was closed.',
    remedy: 'Send the request again.',
  },
  PATH_UNKNOWN: {
    description: 'The server has no such path.',
    remedy: 'Send questions to /graphql.',
  },
  TIMED_OUT: {
    description: 'The question took longer than the server works on one; it was stopped.',
    remedy: 'Ask for less at once.',
  },
  ANSWER_LATE: {
    description: 'The time of a mutation was over when its changes, or some of them, were made; they stay.',
    remedy: 'Look at what it was to change before sending it again.',
  },
  SERVER_BUSY: {
    description: 'More questions are waiting than the server takes on.',
    remedy: 'Ask again after the seconds that Retry-After says.',
  },
  SERVER_STOPPING: {
    description: 'The server is being stopped: it finishes what it works on, and takes nothing more on.',
    remedy: 'Ask again: another one answers at the same address, or this one will when it is back.',
  },
  UNAUTHENTICATED: {
    description:
      'The token sent with the request is none that the server takes; nothing was answered, not even what is public.',
    remedy: 'Send a fresh token as `Authorization: Bearer …`, or none at all for what is public.',
  },
  SIGN_IN_UNAVAILABLE: {
    description: 'The keys that tokens are checked with cannot be read at the moment.',
    remedy: 'Ask again in a moment, or without a token for what is public.',
  },
  FORBIDDEN: {
    description: 'The role of whoever asks does not reach this part of the schema, whatever is or is not there.',
    remedy: 'Ask with a token of a role that does; docs/access.md lists the roles.',
  },
  MEMBER_UNKNOWN: {
    description: 'No member whom the viewer may see has this id; nor one who was erased.',
    remedy: 'Ask for the members of a cell of your unit.',
  },
  MEMBER_STILL_BELONGS: {
    description: 'The member is in a cell, today or later: the party keeps the record for as long.',
    remedy: 'Correct the record; erase it once the member has left.',
  },
  AUDIT_UNAVAILABLE: {
    description: 'The reading of a member’s record could not be written down, so that the record is not shown.',
    remedy: 'Ask again in a moment; if it stays, tell the operator.',
  },
  DATABASE_UNAVAILABLE: {
    description:
      'The database cannot be reached, or has no room, at the moment. A question changed nothing; a change may have been done all the same, where the connection broke at its end.',
    remedy:
      'Ask again in a moment: the server recovers by itself. Before a change is sent again, look whether it was done.',
  },
  INTERNAL_SERVER_ERROR: {
    description: 'Something failed inside the server. The request id finds it in the log.',
    remedy: 'Ask again; if it stays, tell the operator the request id.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
