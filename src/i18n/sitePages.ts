import type { SiteContent, SitePage } from '@/access/site'
import { viewTexts } from './accessibility'
import { accessibilityTexts } from './accessibilityPage'
import type { Language } from './language'
import { portalTexts } from './portal'
import { sharedTexts } from './shared'

/** What a page says of itself while the centre has written nothing: headings begin with `# `, points of a list with `- `. */
type Pages = Record<SitePage, string>

const declared = (language: Language): string => {
  const { lead, sections } = accessibilityTexts[language]
  const parts = sections.map(({ heading, lines }) => [`# ${heading}`, ...lines].join('\n'))
  return [lead, ...parts].join('\n\n')
}

const zh: Pages = {
  about: `本站是 12345 政务服务便民热线的知识库。热线话务员接电话时查的，就是这里的解答。

# 解答从哪里来
每一条解答由负责这件事的单位编写，经该单位分管领导审批后才发布。解答页上写明责任单位、咨询电话和最近审批的日期。
政策有变化时由责任单位修改、重新审批；失效的解答会下架，并告诉您为什么、到哪里查。

# 没有查到，或者发现有误
- 在解答页面点“报告错误”，由责任单位核实修改。
- 查询没有结果时，可以告诉我们您想找什么。
- 随时可以拨打 12345，由话务员为您解答。

# 说明
本站解答用于方便您了解情况，办理具体事项以责任单位的最新答复为准。`,
  privacy: `在本站查询和阅读不需要注册，也不需要登录。

# 我们记录什么
- 您查询的词语和打开的解答会被记录，用来发现查不到的问题和改进解答。查询词里的身份证号、手机号、银行卡号会先遮盖再保存。
- 您填写的评价和错误报告会转给责任单位。请不要在里面写姓名、电话等个人信息；写了的号码会被遮盖。
- 同其他网站一样，服务器为防止滥用会识别访问地址。

# 浏览器里保存什么
本站只在您的浏览器里保存您选择的语言和长辈版设置。工作人员登录后另外保存登录状态。
本站没有广告，不使用第三方统计，也不把您的查询提供给其他网站。

# 朗读
朗读由您自己的设备完成，不上传任何内容。

# 联系
对个人信息有疑问，请拨打 12345。`,
  accessibility: declared('zh'),
}

const en: Pages = {
  about: `This is the knowledge base of the 12345 hotline: what its agents look things up in while they are on the phone.

# Where answers come from
Each answer is written by the unit in charge and published after a leader of that unit approved it. Its page tells the unit, its phone and the day of the last approval.
When a rule changes the unit changes its answer and has it approved again; what is no longer true is taken down, with a sentence that says why and where to look.

# Nothing found, or something wrong
- “Report an error” on the page of an answer reaches the unit in charge.
- Where a search finds nothing, tell us what you looked for.
- Call 12345 at any time and let an agent answer.

# Please note
Answers here help you to find your way; in your own matter the latest word of the unit in charge counts.`,
  privacy: `You need no account to search and read here, and nobody has to sign in.

# What is recorded
- What was searched for and which answers were opened is recorded, to find what is missing and to improve the answers. Numbers of identity cards, mobile phones and bank cards are masked before anything is stored.
- What you say of an answer and errors you report are passed on to the unit in charge. Please write no names or phone numbers; numbers are masked.
- As with any web site, the server looks at addresses to keep abuse away.

# What is kept in your browser
Only the language and the large print you chose. For staff who sign in, the session too.
There are no advertisements and no statistics of third parties, and no other site is told what you search for.

# Reading aloud
It is done by your own device, which sends nothing anywhere.

# Contact
Call 12345 with questions about personal data.`,
  accessibility: declared('en'),
}

const written: Record<Language, Pages> = { zh, en }

const namesZh: Pages = { about: '关于本站', privacy: '隐私说明', accessibility: viewTexts.zh.help }
const namesEn: Pages = { about: 'About', privacy: 'Privacy', accessibility: viewTexts.en.help }

export const sitePageNames: Record<Language, Pages> = { zh: namesZh, en: namesEn }

/** What a page says, and in which language that is: what the centre wrote is Chinese. */
export const pageText = (
  content: SiteContent,
  page: SitePage,
  language: Language,
): { text: string; language: Language } =>
  content[page] === ''
    ? { text: written[language][page], language }
    : { text: content[page], language: 'zh' }

/** What the site is called and says of itself, in the reader's language, as the centre set it or as every site has it. */
export function siteWords(content: SiteContent, language: Language) {
  const { site, siteLong } = sharedTexts[language]
  const { heading, lead, footer } = portalTexts[language]
  const { nameEn, longNameEn, headingEn, leadEn, noteEn } = content
  const set =
    language === 'zh'
      ? content
      : { name: nameEn, longName: longNameEn, heading: headingEn, lead: leadEn, note: noteEn }
  return {
    name: set.name || site,
    longName: set.longName || siteLong,
    heading: set.heading || heading,
    lead: set.lead || lead,
    note: set.note || footer,
  }
}

export type SiteWords = ReturnType<typeof siteWords>

const footerZh = {
  hostedBy: '主办单位',
  operatedBy: '承办单位',
  contact: '联系方式',
  siteCode: '政府网站标识码',
}
const footerEn: typeof footerZh = {
  hostedBy: 'Hosted by',
  operatedBy: 'Operated by',
  contact: 'Contact',
  siteCode: 'Code of government sites',
}

/** What lines of the footer are called. */
export const footerTexts: Record<Language, typeof footerZh> = { zh: footerZh, en: footerEn }
