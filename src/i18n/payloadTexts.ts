/** Words of Payload's own interface that people of a hotline would put differently. */
export const payloadTexts = {
  zh: {
    general: {
      createNew: '新增',
      createNewLabel: '新增{{label}}',
      creatingNewLabel: '新增{{label}}',
      creating: '新增',
      dashboard: '工作台',
      untitled: '尚无标题',
      selectValue: '请选择',
      // Stands in a cell also while Payload 3.90 still looks the name up.
      noLabel: '—',
      payloadSettings: '界面设置',
    },
    version: { versions: '历史版本' },
    zhiku: { text: '内容' },
  },
  en: {
    general: { dashboard: 'Home', noLabel: '—', payloadSettings: 'Interface' },
    zhiku: { text: 'Text' },
  },
}
