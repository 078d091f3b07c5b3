import { item, paper } from '@/blocks/asWritten'
import { workdays, type DemoEntry } from '../../shape'

const unit = 'kfq'
const window = '开发区企业服务中心（创新大道100号1楼）'

export const zone: DemoEntry[] = [
  {
    unit,
    category: 'services',
    title: '在开发区开办企业怎样一次办完？',
    summary:
      '在“云澜政务服务网—企业开办”填一张表，营业执照、公章、发票、社保、公积金、银行预约开户六项一次办完，半个工作日领齐，刻章费由开发区承担。也可到开发区企业服务中心，帮办人员全程协助，不收费。',
    open: 'public',
    state: { approved: 45 },
    body: [
      ...item({
        conditions: '在云澜经济技术开发区范围内新设立的有限责任公司、合伙企业、个人独资企业。',
        materials: [
          paper('股东、法定代表人居民身份证', 1, 0, '线上刷脸'),
          paper('住所使用证明', 0, 1, '使用开发区集群注册地址的不用提供'),
          paper('公司章程', 1, 0, '可选用示范文本'),
        ],
        procedure: [
          '1. 网上填报或窗口帮办',
          '2. 全体股东电子签名',
          '3. 审核',
          '4. 领取执照、印章和税控设备',
        ],
        timeLimit: '0.5个工作日',
        fee: '不收费，首套四枚印章由开发区承担',
        place: window,
        hours: workdays,
        phone: '企业服务专线0640-82600088',
        basis: '《中华人民共和国市场主体登记管理条例》',
      }),
    ],
    similarQuestions: ['开发区注册公司要几天', '在开发区办公司刻章要钱吗'],
    keywords: ['企业开办', '注册公司', '刻章'],
  },
  {
    unit,
    category: 'services',
    title: '开发区人才公寓怎样申请？',
    summary:
      '在开发区企业工作、本科以上学历或中级以上职称、本人和配偶在本市无房的，由企业在“开发区企服平台”统一申报，租金为市场价的六成，最长住三年。每季度首月受理，15个工作日内公布名单。',
    open: 'public',
    state: { approved: 103 },
    body: [
      ...item({
        conditions: [
          '1. 与开发区企业签订一年以上劳动合同并参保',
          '2. 全日制本科以上学历、中级以上职称或高级工以上',
          '3. 本人及配偶在本市无房，未领取租房补贴',
        ],
        materials: [
          paper('居民身份证', 0, 1),
          paper('学历、职称或技能证书', 0, 1),
          paper('劳动合同', 0, 1),
        ],
        procedure: ['1. 企业统一申报', '2. 人才服务中心审核', '3. 公示5个工作日', '4. 选房签约'],
        timeLimit: '15个工作日',
        fee: '租金为市场评估价的60%',
        place: window,
        hours: '每季度首月，' + workdays,
        phone: '开发区人才服务中心0640-82600066',
        basis: '《云澜经济技术开发区人才公寓管理办法》',
      }),
    ],
    similarQuestions: ['开发区有没有人才房', '人才公寓租金多少'],
    keywords: ['人才公寓', '人才房'],
  },
  {
    unit,
    category: 'policies',
    title: '企业增资扩产用地有哪些支持口径？',
    summary:
      '仅供接听企业来电时内部参考：零增地技改加层，不收取土地价款差额；亩均税收30万元以上的企业优先供地。具体以投资促进局书面答复为准，请转0640-82600088，不要在电话中承诺优惠幅度。',
    open: 'none',
    state: { approved: 49 },
    body: [
      { p: '本条为内部口径，用于判断来电应转哪个科室，不对外答复具体优惠。' },
      { list: ['零增地技改：转行政审批局', '新增用地：转投资促进局', '厂房租赁：转企业服务专线'] },
    ],
    keywords: ['增资扩产', '技改'],
  },
  {
    unit,
    category: 'policies',
    title: '租赁标准厂房有什么补贴？',
    summary: '新引进企业租赁开发区标准厂房的，前两年按实际租金的50%补贴，每年最高30万元。',
    open: 'units',
    state: { draft: 6 },
    body: [{ p: '申请条件、兑现时间待投资促进局确定后补充。' }],
    keywords: ['标准厂房', '租金补贴'],
  },
]
