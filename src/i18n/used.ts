/** What is said of 用上了 that may not be taken back any more. */
export const usedTexts = {
  tooLate: {
    zh: '已记录一分钟以上，不能再撤销。',
    en: 'It has been on record for more than a minute and stays.',
  },
}
