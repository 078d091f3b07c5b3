type Words = { zh: string; en: string }

/** Why what is proposed cannot be done so. */
const refused = {
  noPlace: {
    zh: '本单位没有“热点信息”这一类，不能据此新增或改归。请联系中心管理员在知识树中增设，或点“看过，无需处理”。',
    en: 'Your unit has no category for hotspots: ask the centre to add one, or say that nothing is to be done.',
  },
  markInstead: {
    zh: '乡镇没有“热点信息”这一类，请点“推荐到县级热点”。',
    en: 'A township has no category for hotspots: mark it for its county’s front list.',
  },
  noTownship: {
    zh: '只有乡镇的知识才推荐到县级热点，本单位请点“改归热点信息”。',
    en: 'Only a township marks entries for its county: move it to your own hotspots.',
  },
  knowledgeOnly: {
    zh: '只有知识库的内容可以改归热点信息，这一条请点“据此新增热点信息”。',
    en: 'Only knowledge is moved there: make a new draft of this one.',
  },
  notProposed: {
    zh: '这句话不在本期所列之中，请刷新页面后再办理。',
    en: 'This query is not proposed now: load the page again.',
  },
  heldBy: (names: string): Words => ({
    zh: `${names}正在修订这条知识。请与其商定后由其改类别，或等这次修订审批完成后再办理。`,
    en: `${names} has a revision under way: have them change it there, or wait until it is approved.`,
  }),
}

export const promotingTexts = { refused }
