/** A made-up row of the shape a provincial service portal exports. */
export const sample = {
  TASK_CODE: 'A1',
  ORGCODE: 'JIA001',
  TASK_NAME: '茶叶提价申报',
  TASK_TYPE_TEXT: '行政许可',
  DEPT_NAME: '甲省茶业局',
  AREA_CODE_TEXT: '甲省',
  URL: 'https://example.org/apply',
  subTaskName: null,
  matter_short: '无',
  matter_daily: '茶价，涨价申报',
  handle_location: '办理地点：茶山路1号2号窗口',
  handle_time: '30(工作日)',
  handle_time_limit: '7(工作日)',
  accept_standard: '茶叶价格显著上涨的，可以申报。',
  consult_phone: '0999-8123456',
  complain_phone: '0999-8123457',
  bear_paltform: '甲省政务服务网',
  online_book_addr: '无',
  theme_category: ['其他'],
  service_object_name: ['自然人', '企业法人'],
  material_intro: ['提价申请报告', '营业执照复印件'],
}

export const line = (fields: object = {}): string => JSON.stringify({ ...sample, ...fields })
