/** What an import says of a row, a sheet or a batch; `zh` first. */
const said = (zh: string, en: string) => ({ zh, en })

export const importSaid = {
  titleMissing: said('没有标题。', 'There is no title.'),
  titleTooLong: said('标题超过 200 字。', 'The title is longer than 200 characters.'),
  textMissing: (name: string) => said(`“${name}”是空的。`, `“${name}” is empty.`),
  tooLong: (name: string, most: number) =>
    said(`“${name}”超过 ${most} 字。`, `“${name}” is longer than ${most} characters.`),
  noDay: (name: string, given: string) =>
    said(`“${name}”不是日期：${given}。请写成 2026-03-01。`, `“${name}” is no date: ${given}.`),
  endBeforeBegin: said('失效时间早于生效时间。', 'It ends before it begins.'),
  noChoice: (name: string, given: string) =>
    said(`“${name}”请写“是”或“否”，不是“${given}”。`, `“${name}” is yes or no, not ${given}.`),
  noKind: (given: string, known: string) =>
    said(`没有“${given}”这种类型，可用：${known}。`, `There is no kind ${given}.`),
  shortened: (name: string) =>
    said(
      `“${name}”被表格软件缩写成了科学计数，末尾的数字已丢失；请把该列设为文本后重新填写。`,
      `“${name}” was shortened by the spreadsheet: format the column as text and enter it again.`,
    ),
  publicNotUnits: said(
    '网站公开的内容必须同时对各单位公开。',
    'What is open to the public is open to units.',
  ),
  confidential: said(
    '来自保密工单的案件不能公开。',
    'A case of a confidential order stays closed.',
  ),
  unitMissing: said('没有写提供单位。', 'No unit is named.'),
  unitUnknown: (name: string) =>
    said(
      `没有名为“${name}”的单位，请在上一步选择新建、对应或不导入。`,
      `There is no unit ${name}.`,
    ),
  unitRefused: (name: string) =>
    said(`“${name}”的内容选择了不导入。`, `Rows of ${name} are left out.`),
  unitTwice: (name: string) =>
    said(
      `有多个单位叫“${name}”，请写成“上级/单位”。`,
      `Several units are called ${name}: write “above/unit”.`,
    ),
  unitNotYours: (name: string) =>
    said(
      `您只能导入本单位的内容，这一行写的是“${name}”。`,
      `This row is of ${name}, not of your unit.`,
    ),
  regionHasNone: (name: string) =>
    said(
      `${name}是县（市、区）本级，没有类别，请写到部门。`,
      `${name} has no categories of its own.`,
    ),
  categoryGuessed: (given: string, name: string) =>
    said(
      `类目“${given}”不是标准类别，归入“${name}”。`,
      `${given} is no standard category: filed under ${name}.`,
    ),
  categoryMissing: (name: string) =>
    said(`该单位没有“${name}”类别。`, 'The unit lacks the category.'),
  sameAs: (line: number) => said(`与第 ${line} 行是同一条。`, `The same as line ${line}.`),
  numberUnknown: (number: string) =>
    said(`没有编号为 ${number} 的内容。`, `There is no ${number}.`),
  numberElsewhere: (number: string) =>
    said(`${number} 属于另一单位，请核对编号或单位。`, `${number} is of another unit.`),
  inTrash: (number: string) => said(`${number} 在回收站中。`, `${number} is in the trash.`),
  personChanged: (number: string) =>
    said(
      `${number} 与表格不同，已有人修改，未勾选则保留现有内容。`,
      `A person changed ${number} since; it is left alone unless chosen.`,
    ),
  personWrote: (number: string) =>
    said(
      `${number} 已有同名内容，不是导入的，未勾选则保留现有内容。`,
      `${number} is there already and was not imported; it is left alone unless chosen.`,
    ),
  summaryMade: said('概要取自答案的开头，请核对。', 'The summary is the beginning of the answer.'),
  held: said(
    '含疑似个人号码或提示用语：存为草稿，核对后再提交。',
    'Holds a number of a person or a listed word: kept as a draft.',
  ),
  notSubmitted: said('必填内容不全：存为草稿，未提交。', 'Not complete: kept as a draft.'),
  notBySubmit: said(
    '典型案件由中心发布，不提交审批。',
    'Cases are published by the centre, not submitted.',
  ),
  changedMeanwhile: said(
    '预检以后有人修改了，保留现有内容。',
    'Somebody changed it since the dry run.',
  ),
  workedOn: said('导入以后已有人处理，没有撤回。', 'Somebody worked on it since: not taken back.'),
  isThereNow: (number: string) =>
    said(
      `预检以后已有同名内容 ${number}，没有重复新建。`,
      `${number} was written since the dry run.`,
    ),
  unexpected: said('这一行没有导入，请联系系统管理员。', 'This row was not imported.'),
  unitFailed: (name: string, why: string) =>
    said(`单位“${name}”没有建成：${why}`, `The unit ${name} was not made: ${why}`),
  notEditor: said(
    '上传人已不能导入本单位的内容，导入已停止。',
    'Who brought it may no longer import; it was stopped.',
  ),
  remembered: said(
    '各列沿用您上次对同样表头的选择。',
    'Columns are as you chose them last for these headings.',
  ),
  finding: (name: string, times: number) =>
    said(`${name}${times > 1 ? ` ${times} 处` : ''}，请核对。`, `${name}: ${times}.`),
} as const

export const importRefused = {
  wrongState: (doing: string) =>
    said(`现在不能${doing}：请刷新后再看。`, 'Not in this state: reload.'),
  noRows: said('表格里没有内容行。', 'The sheet holds no rows.'),
  lacks: (names: string) =>
    said(`请为这些内容选择对应的列：${names}。`, `Choose columns for: ${names}.`),
  twice: (name: string) => said(`“${name}”选了两列。`, `“${name}” has two columns.`),
  noHeading: (name: string) =>
    said(`表格没有“${name}”这一列。`, `The sheet has no column ${name}.`),
  noField: (name: string) => said(`没有“${name}”这一项。`, `There is no field ${name}.`),
  noUnit: said(
    '所选的单位不存在，或不能导入到该单位。',
    'The unit chosen is not there, or not yours.',
  ),
  notMade: said('只有中心管理员可以新建单位。', 'Only the centre makes units.'),
  library: said('请选择知识库、预案库、信息公开或典型案件。', 'Choose the library.'),
  workedOn: (who: string, more: number) =>
    said(
      `不能撤回：导入以后已有人处理 ${who}${more > 0 ? `，另有 ${more} 条` : ''}。没有撤回任何一条。`,
      `Not taken back: somebody worked on ${who}${more > 0 ? ` and ${more} more` : ''} since. Nothing was taken back.`,
    ),
} as const

export const resultTexts = {
  columns: said('结果', 'Result'),
  why: said('说明', 'Notes'),
  number: said('编号', 'Number'),
  results: {
    created: said('已新建', 'Created'),
    updated: said('已更新', 'Updated'),
    submitted: said('已提交审批', 'Submitted'),
    held: said('已存草稿，未提交', 'Kept as a draft'),
    kept: said('保留现有内容', 'Left as it is'),
    failed: said('未导入', 'Not imported'),
    takenBack: said('已撤回', 'Taken back'),
  },
  outcomes: {
    new: said('将新建', 'New'),
    changed: said('将更新', 'Changed'),
    unchanged: said('无变化', 'Unchanged'),
    refused: said('不能导入', 'Refused'),
    differs: said('与现有内容不同', 'Differs'),
  },
} as const

type Counted = Record<'new' | 'changed' | 'unchanged' | 'refused' | 'differs', number>
type Came = Record<'created' | 'updated' | 'submitted' | 'held' | 'kept' | 'failed', number>

/** What the command prints: both languages, as all commands do. */
export const commandTexts = {
  by: '命令行',
  rows: '行 Rows',
  plan: (name: string, of: Counted) => [
    `预检 ${name}：新建 ${of.new}，更新 ${of.changed}，无变化 ${of.unchanged}，不能导入 ${of.refused}，与人工修改不同 ${of.differs}。`,
    `Dry run of ${name}: new ${of.new}, changed ${of.changed}, unchanged ${of.unchanged}, refused ${of.refused}, changed by people ${of.differs}.`,
  ],
  made: (names: string) => `将新建单位 Units that will be made：${names}`,
  refused: '不能导入的行 Rows that are refused',
  differs: '保留现有内容的行 Rows left as people changed them',
  failed: '未导入的行 Rows not imported',
  held: '存为草稿、未提交的行 Rows kept as drafts',
  notYet:
    '以上只是预检，没有写入任何内容；加 --yes 开始导入。This was the dry run: nothing was written. Add --yes to import.',
  stopped: '已中止；在“导入”页可以继续。Stopped; it can be gone on with in the admin.',
  result: (of: Came) => [
    `新建 ${of.created}，更新 ${of.updated}，提交审批 ${of.submitted}，存为草稿 ${of.held}，保留人工修改 ${of.kept}，出错 ${of.failed}。`,
    `Created ${of.created}, updated ${of.updated}, submitted ${of.submitted}, kept as drafts ${of.held}, left as people changed them ${of.kept}, errors ${of.failed}.`,
  ],
} as const
