import { quickKeys, viewTexts } from './accessibility'
import type { Language } from './language'

type Section = { heading: string; lines: readonly string[] }

type PageTexts = {
  lead: string
  sections: readonly Section[]
  keysHeading: string
  keysLead: string
  keys: readonly (readonly [key: string, does: string])[]
  key: string
  does: string
  contact: string
}

const keysOf = (language: Language): PageTexts['keys'] => {
  const texts = viewTexts[language]
  return [
    [quickKeys.main, texts.toMain],
    [quickKeys.navigation, texts.toNavigation],
    [quickKeys.search, texts.toSearch],
    [quickKeys.view, language === 'zh' ? '长辈版，或返回普通版' : 'Large print, or the usual view'],
    [quickKeys.help, texts.help],
  ]
}

const zh: PageTexts = {
  lead: '本站按《互联网网站适老化通用设计规范》、国家标准《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668）和《网页内容无障碍指南》（WCAG）2.2 的 AA 级建设。',
  sections: [
    {
      heading: '长辈版',
      lines: [
        '每一页最上方都有“长辈版”：大字、单列、黑字白底、大按钮、大指针，没有弹窗和广告。',
        '还可以点“字再大一些”。您的选择会记在浏览器里，一年内再来仍然有效；点“返回普通版”随时取消。',
      ],
    },
    {
      heading: '朗读',
      lines: [
        '解答页面有“朗读”，长辈版每一页都有。朗读用您的手机或电脑自带的中文语音，不上传任何内容；再点一次停止。',
        '没有看到“朗读”，说明浏览器没有中文语音，可以换一个浏览器，或拨打 12345 由话务员念给您听。',
      ],
    },
    {
      heading: '只用键盘',
      lines: [
        '按 Tab 键依次移到下一个链接或按钮，按 Shift 和 Tab 退回上一个，按回车键打开。移到哪里，哪里就有粗框。',
        '进入页面后第一次按 Tab，就能跳到正文、导航或查询。',
      ],
    },
    {
      heading: '放大、配色和动画',
      lines: [
        '浏览器放大到 400% 时，内容仍排成一列，不用左右拖动。',
        '系统设置了高对比度、深色或减少动画的，本站照办。',
        '关闭网页脚本也可以查询、阅读、评价和报告错误。',
      ],
    },
  ],
  keysHeading: '快速定位键',
  keysLead:
    '同时按住：Windows 上的 Chrome、Edge 按 Alt；Firefox 按 Alt 和 Shift；Mac 按 Control 和 Option。',
  keys: keysOf('zh'),
  key: '数字键',
  does: '作用',
  contact: '使用中遇到障碍，请拨打热线：',
}

const en: PageTexts = {
  lead: 'This site is built to the Chinese specification for web sites for the elderly (Ministry of Industry and Information Technology), to the national standard GB/T 37668, and to level AA of WCAG 2.2.',
  sections: [
    {
      heading: 'Large print',
      lines: [
        'It stands at the top of every page: large letters, one column, black on white, large buttons, a large pointer, no pop-ups and no advertisements.',
        'The letters can be made larger still. Your browser keeps the choice for a year; you may go back to the usual view at any time.',
      ],
    },
    {
      heading: 'Reading aloud',
      lines: [
        'Answers can be read aloud, with large print every page. It is done by the Chinese voice of your own device, which sends nothing anywhere; press once more to stop.',
        'Where it is not offered your browser has no Chinese voice: use another, or call 12345 and let an agent read it to you.',
      ],
    },
    {
      heading: 'By keyboard alone',
      lines: [
        'Tab moves to the next link or button, Shift and Tab to the one before, Enter opens it. Where you are has a thick frame.',
        'The first Tab on a page offers to skip to content, navigation or search.',
      ],
    },
    {
      heading: 'Zoom, colours and motion',
      lines: [
        'At 400% everything still stands in one column: nothing has to be moved sideways.',
        'High contrast, a dark scheme and reduced motion are taken from the settings of your system.',
        'Searching, reading, rating and reporting work without scripts too.',
      ],
    },
  ],
  keysHeading: 'Keys of quick positioning',
  keysLead:
    'Hold with them: Alt in Chrome and Edge on Windows, Alt and Shift in Firefox, Control and Option on a Mac.',
  keys: keysOf('en'),
  key: 'Digit',
  does: 'What it does',
  contact: 'If something keeps you from using this site, please call the hotline:',
}

/** 无障碍说明. */
export const accessibilityTexts: Record<Language, PageTexts> = { zh, en }
