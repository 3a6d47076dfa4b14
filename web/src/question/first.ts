/** The question that a newcomer finds in the editor: real figures that a district published, and what each of them rests on. */
export const FIRST_QUESTION = `# Đảng bộ huyện Quế Sơn: kết nạp đảng viên chín tháng đầu năm 2023 so với chỉ tiêu cả năm,
# và số đảng viên đến ngày 30-9-2023. Nhấn Ctrl-Enter để hỏi.
#
# What a district published: admissions of nine months, the target of the year, members on a day.
# A nine-month figure never stands in for the year's: that one is missing, and says so.
query QueSon {
  organization(code: "H509") {
    code
    name
    nineMonths: indicators(
      codes: ["MEMBERS_ADMITTED", "MEMBERS_ADMITTED_TARGET_RATE", "MEMBERS_DISCIPLINED"]
      period: "2023-01-01/2023-09-30"
    ) {
      ...Figure
    }
    wholeYear: indicator(code: "MEMBERS_ADMITTED", period: "2023") {
      ...Figure
      target
    }
    endOfSeptember: indicators(
      codes: ["PARTY_MEMBERS", "GRASSROOTS_ORGANIZATIONS"]
      period: "2023-09-30"
    ) {
      ...Figure
    }
  }
}

fragment Figure on IndicatorValue {
  indicator { code name unit }
  period
  value
  qualifier
  status
  coverage { expected answered }
  sources { title publishedOn }
}
`;
