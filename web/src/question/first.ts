import queSon from '../../../gallery/11-que-son.graphql?raw';

/** The question that a newcomer finds in the editor: real figures that a district published, and what each of them rests on. */
export const FIRST_QUESTION = `# Đảng bộ huyện Quế Sơn: kết nạp đảng viên chín tháng đầu năm 2023
# so với chỉ tiêu cả năm. Nhấn Ctrl-Enter để hỏi.
#
# What a district published, each figure with what it rests on.
# A nine-month figure never stands in for the year's.
${queSon}`;
