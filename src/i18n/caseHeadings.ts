/** Headings of the text of a case. They stand in what was published: other words would not be found there. */
export const caseHeadings = { content: '内容', result: '结果' } as const
