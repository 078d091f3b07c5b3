/** What the demo city says of itself. Its filings are no real ones, and say so. */
export const site = {
  name: '云澜知库',
  longName: '云澜市 12345 政务服务便民热线知识库',
  nameEn: 'Yunlan Zhiku',
  longNameEn: 'Knowledge base of the Yunlan 12345 hotline',
  heading: '您想了解什么？',
  lead: '云澜市各部门、各县区的办事指南、政策解读和部门电话，先在这里查一查。',
  hostedBy: '云澜市人民政府办公室（示例）',
  operatedBy: '云澜市12345热线中心（示例）',
  contact: '12345（24 小时）',
  icp: '云ICP备00000000号-1（示例）',
  police: '云公网安备 00000000000000号（示例）',
  siteCode: '0000000000（示例）',
  color: '#1a4f8b',
}

/** Ours: a cloud over three waves, in a round. */
export const emblem = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 64 64">
<circle cx="32" cy="32" r="30" fill="#1a4f8b"/>
<path d="M20 30a7 7 0 0 1 2-13.700 10 10 0 0 1 19-1 7.500 7.500 0 0 1 3 14.700z" fill="#fff"/>
<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round">
<path d="M14 38q4.500-4 9 0t9 0 9 0 9 0"/><path d="M18 46q3.500-3.500 7 0t7 0 7 0 7 0"/>
</g></svg>`
