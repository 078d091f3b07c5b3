import { workdays, withSaturday } from '../shape'

export type DemoUnit = {
  key: string
  name: string
  kind: 'region' | 'department' | 'township'
  form?: 'municipal' | 'zone'
  /** Key of the region above. */
  parent?: string
  isCentre?: true
  isOffice?: true
  address: string
  phone: string
  hours: string
  /** What the unit is there for, in one sentence; opens its 机构设置. */
  mission?: string
  /** Inner bodies with what each does. */
  offices?: readonly string[]
  /** Who of the leadership looks after what: posts, never names. */
  leaders?: readonly string[]
}

const municipal: DemoUnit[] = [
  {
    key: 'centre',
    name: '云澜市12345热线中心',
    kind: 'department',
    form: 'municipal',
    isCentre: true,
    address: '云澜市望湖区政通路18号市政务服务中心5楼',
    phone: '12345（市外拨打0640-12345）',
    hours: '热线24小时人工服务；办公室工作日9:00—17:00',
    mission:
      '受理企业和群众的咨询、求助、投诉、举报和意见建议，负责全市热线知识库的统筹管理和热线工单的转办、督办、考核。',
    offices: [
      '话务一科、话务二科：全天候接听来电，受理网上和微信留言',
      '派单审核科：工单分类、转办和退单审核',
      '知识管理科：知识树维护、知识质检和各单位知识更新情况通报',
      '督办考核科：逾期工单督办、满意度回访和月度考核',
      '综合科：人事、财务、后勤和信息系统运行保障',
    ],
    leaders: [
      '主任：主持热线中心全面工作，分管综合科',
      '副主任（话务）：分管话务一科、话务二科和派单审核科',
      '副主任（知识与考核）：分管知识管理科和督办考核科',
    ],
  },
  {
    key: 'rs',
    name: '云澜市人力资源和社会保障局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区学府路66号',
    phone: '0640-82116601；社保和劳动政策咨询12333',
    hours: workdays,
    mission: '负责全市就业创业、社会保险、人才人事、劳动关系和劳动保障监察工作。',
    offices: [
      '就业促进和失业保险科：就业补贴、失业保险政策',
      '养老保险科：职工和居民养老保险政策、退休审批',
      '工伤保险科：工伤认定、劳动能力鉴定',
      '劳动关系和仲裁科：劳动合同、集体合同、调解仲裁',
      '劳动保障监察支队：欠薪、超时加班等违法案件查处',
      '市社会保险中心：参保登记、待遇核发、社会保障卡服务',
    ],
    leaders: [
      '局长：主持全面工作',
      '副局长（社保）：分管养老保险科、工伤保险科和市社会保险中心',
      '副局长（就业）：分管就业促进和失业保险科、人才服务',
      '副局长（劳动关系）：分管劳动关系和仲裁科、劳动保障监察支队',
    ],
  },
  {
    key: 'yb',
    name: '云澜市医疗保障局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区政通路20号',
    phone: '0640-82117702；医保咨询12393',
    hours: workdays,
    mission: '负责全市基本医疗保险、生育保险、医疗救助、医药价格和基金监管工作。',
    offices: [
      '待遇保障科：职工和居民医保、生育保险、医疗救助待遇政策',
      '医药服务管理科：定点医药机构、药品目录、支付方式',
      '基金监管科：欺诈骗保举报核查',
      '市医疗保障事务中心：参保、异地就医、报销、慢特病认定经办',
    ],
    leaders: [
      '局长：主持全面工作',
      '副局长（待遇）：分管待遇保障科、市医疗保障事务中心',
      '副局长（监管）：分管医药服务管理科、基金监管科',
    ],
  },
  {
    key: 'ga',
    name: '云澜市公安局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市澜东区平安大道1号',
    phone: '紧急报警110；户政咨询0640-82118810；车管咨询0640-82118822；出入境咨询0640-82118833',
    hours: '接处警24小时；办事窗口' + withSaturday,
    mission: '负责全市社会治安、户籍和居住证、道路交通、出入境、养犬和烟花爆竹等管理工作。',
    offices: [
      '治安和户政管理支队：户口、身份证、居住证、养犬登记',
      '交通警察支队（车辆管理所）：驾驶证、机动车和电动自行车登记',
      '出入境管理支队：护照、往来港澳台证件',
      '各公安分局、派出所：辖区报警求助和日常户籍业务',
    ],
    leaders: [
      '局长：主持全面工作',
      '副局长（治安户政）：分管治安和户政管理支队',
      '副局长（交通）：分管交通警察支队、车辆管理所',
      '副局长（出入境）：分管出入境管理支队',
    ],
  },
  {
    key: 'zj',
    name: '云澜市住房和城乡建设局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区建设路9号',
    phone: '0640-82113301；住房公积金咨询12329；供水服务0640-82113396',
    hours: workdays,
    mission:
      '负责全市住房保障、物业管理、房屋安全、建筑市场、城镇供水供气行业管理，代管市住房公积金管理中心。',
    offices: [
      '住房保障科：公租房、租赁补贴、人才安居',
      '物业管理科：物业服务、维修资金、加装电梯',
      '建筑管理科：施工许可、质量安全、农民工实名制',
      '公用事业科：供水、燃气行业监管',
      '市住房公积金管理中心：缴存、提取、贷款',
    ],
    leaders: [
      '局长：主持全面工作',
      '副局长（住房）：分管住房保障科、物业管理科',
      '副局长（建设）：分管建筑管理科、公用事业科',
    ],
  },
  {
    key: 'sj',
    name: '云澜市市场监督管理局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区工商巷3号',
    phone: '0640-82115515；投诉举报12315',
    hours: workdays,
    mission:
      '负责全市经营主体登记、食品药品和特种设备安全、质量、价格、广告监管和消费者权益保护工作。',
    offices: [
      '行政审批科：经营主体登记、食品经营许可',
      '消费者权益保护科：投诉调解、举报处理',
      '食品安全科：餐饮和食品销售监管',
      '特种设备科：电梯、锅炉等安全监察',
    ],
    leaders: [
      '局长：主持全面工作',
      '副局长（登记）：分管行政审批科',
      '副局长（消保）：分管消费者权益保护科、食品安全科',
      '副局长（安全）：分管特种设备科',
    ],
  },
  {
    key: 'jy',
    name: '云澜市教育局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区书院路12号',
    phone: '0640-82114402',
    hours: workdays,
    mission: '负责全市学前教育、义务教育、高中阶段教育、教师管理、招生考试和校外培训监管工作。',
    offices: [
      '基础教育科：入学、转学、学籍',
      '教师工作科：教师资格、师德师风',
      '校外教育培训监管科：培训机构审批后的监管、退费纠纷',
      '市教育招生考试中心：中考、高考、成人考试报名',
    ],
  },
  {
    key: 'mz',
    name: '云澜市民政局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市澜东区民安路5号',
    phone: '0640-82119903',
    hours: workdays,
    mission: '负责全市社会救助、老年人和残疾人福利、儿童福利、婚姻登记、殡葬和社会组织管理工作。',
    offices: [
      '社会救助科：低保、特困、临时救助',
      '养老服务科：高龄津贴、养老机构、老年人优待',
      '社会事务科：婚姻登记、殡葬、残疾人两项补贴',
      '社会组织管理科：社会团体、民办非企业单位登记',
    ],
  },
  {
    key: 'wj',
    name: '云澜市卫生健康委员会',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区健康路28号',
    phone: '0640-82112320；卫生健康咨询12320',
    hours: workdays,
    mission: '负责全市医疗服务、公共卫生、妇幼健康、人口监测与家庭发展、卫生监督工作。',
    offices: [
      '医政医管科：医疗机构和医务人员管理、医疗纠纷引导',
      '疾控科：预防接种、传染病防控',
      '人口家庭科：生育登记、育儿补贴、计划生育家庭扶助',
      '卫生监督所：公共场所卫生、打击非法行医',
    ],
  },
  {
    key: 'zr',
    name: '云澜市自然资源和规划局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市澜东区国土路30号',
    phone: '0640-82116016；不动产登记咨询0640-82116060',
    hours: workdays,
    mission: '负责全市土地、规划、测绘、地质灾害防治和不动产登记工作。',
    offices: [
      '用途管制科：用地预审、规划许可',
      '耕地保护监督科：耕地和永久基本农田保护、违法占地查处',
      '市不动产登记中心：登记、查询、抵押',
    ],
  },
  {
    key: 'cg',
    name: '云澜市城市管理局',
    kind: 'department',
    form: 'municipal',
    address: '云澜市望湖区环城东路77号',
    phone: '0640-82119319（24小时值班）',
    hours: '值班电话24小时；办公室' + workdays,
    mission:
      '负责全市市容环境卫生、城市照明、餐饮油烟、施工噪声、户外广告和违法建设的管理与执法工作。',
    offices: [
      '市政照明管理处：路灯、井盖、道路挖掘',
      '环境卫生管理处：清扫保洁、垃圾分类、大件垃圾',
      '城市管理行政执法支队：油烟、噪声、占道、违建执法',
    ],
  },
  {
    key: 'kfq',
    name: '云澜经济技术开发区管理委员会',
    kind: 'department',
    form: 'zone',
    address: '云澜经济技术开发区创新大道100号',
    phone: '0640-82600001；企业服务专线0640-82600088',
    hours: workdays,
    mission: '负责开发区规划建设、招商引资、企业服务和区内行政审批工作。',
    offices: [
      '行政审批局：企业开办、项目备案、施工许可一窗受理',
      '投资促进局：招商、厂房租赁、政策兑现',
      '人才服务中心：人才认定、人才公寓',
    ],
  },
]

type Plain = readonly [key: string, name: string, address: string, phone: string]

function regionWith(
  region: { key: string; name: string; address: string; phone: string },
  bodies: readonly Plain[],
  townships: readonly Plain[],
): DemoUnit[] {
  const below = (kind: 'department' | 'township') => (unit: Plain) => ({
    // 县（区）政府办.
    ...(unit[0].endsWith('-gov') ? { isOffice: true as const } : {}),
    key: unit[0],
    name: unit[1],
    kind,
    parent: region.key,
    address: unit[2],
    phone: unit[3],
    hours: workdays,
  })
  return [
    { ...region, kind: 'region', hours: workdays },
    ...bodies.map(below('department')),
    ...townships.map(below('township')),
  ]
}

/** Every unit of the city, parents before what lies below them. */
export const units: readonly DemoUnit[] = [
  ...municipal,
  ...regionWith(
    { key: 'wh', name: '望湖区', address: '望湖区湖滨大道1号', phone: '0640-83101001' },
    [
      ['wh-gov', '望湖区人民政府办公室', '望湖区湖滨大道1号', '0640-83101001'],
      ['wh-rs', '望湖区人力资源和社会保障局', '望湖区学府路70号', '0640-83101212'],
      ['wh-jy', '望湖区教育局', '望湖区书院路35号', '0640-83101414'],
      ['wh-cg', '望湖区城市管理局', '望湖区柳堤街58号', '0640-83101919'],
    ],
    [
      ['wh-hubin', '望湖区湖滨街道办事处', '望湖区湖滨大道86号', '0640-83102101'],
      ['wh-liudi', '望湖区柳堤街道办事处', '望湖区柳堤街12号', '0640-83102202'],
      ['wh-dongmen', '望湖区东门街道办事处', '望湖区东门路33号', '0640-83102303'],
    ],
  ),
  ...regionWith(
    { key: 'ld', name: '澜东区', address: '澜东区澜江大道99号', phone: '0640-83201001' },
    [
      ['ld-gov', '澜东区人民政府办公室', '澜东区澜江大道99号', '0640-83201001'],
      ['ld-zj', '澜东区住房和城乡建设局', '澜东区澜江大道101号', '0640-83201313'],
      ['ld-mz', '澜东区民政局', '澜东区民安路15号', '0640-83201616'],
    ],
    [
      ['ld-matou', '澜东区码头街道办事处', '澜东区码头路7号', '0640-83202101'],
      ['ld-sanhe', '澜东区三合镇人民政府', '澜东区三合镇兴镇路20号', '0640-83202202'],
    ],
  ),
  ...regionWith(
    { key: 'qx', name: '青溪县', address: '青溪县溪山路1号', phone: '0640-85101001' },
    [
      ['qx-gov', '青溪县人民政府办公室', '青溪县溪山路1号', '0640-85101001'],
      ['qx-ny', '青溪县农业农村局', '青溪县溪山路28号', '0640-85101515'],
      ['qx-wj', '青溪县卫生健康局', '青溪县杏林路6号', '0640-85101717'],
      ['qx-mz', '青溪县民政局', '青溪县溪山路40号', '0640-85101818'],
    ],
    [
      ['qx-xikou', '青溪县溪口镇人民政府', '青溪县溪口镇老街8号', '0640-85102101'],
      ['qx-zhuping', '青溪县竹坪镇人民政府', '青溪县竹坪镇竹海路18号', '0640-85102202'],
      ['qx-maoling', '青溪县茅岭乡人民政府', '青溪县茅岭乡岭下街3号', '0640-85102303'],
      ['qx-songpi', '青溪县松陂镇人民政府', '青溪县松陂镇松陂路25号', '0640-85102404'],
    ],
  ),
  ...regionWith(
    { key: 'sd', name: '石渡县', address: '石渡县古渡路2号', phone: '0640-86101001' },
    [
      ['sd-gov', '石渡县人民政府办公室', '石渡县古渡路2号', '0640-86101001'],
      ['sd-mz', '石渡县民政局', '石渡县古渡路19号', '0640-86101616'],
      ['sd-zr', '石渡县自然资源和规划局', '石渡县滨河路11号', '0640-86101717'],
    ],
    [
      ['sd-shidu', '石渡县石渡镇人民政府', '石渡县石渡镇渡口街5号', '0640-86102101'],
      ['sd-baisha', '石渡县白沙镇人民政府', '石渡县白沙镇白沙路16号', '0640-86102202'],
      ['sd-yanwan', '石渡县雁湾乡人民政府', '石渡县雁湾乡雁湾村1号', '0640-86102303'],
    ],
  ),
]
