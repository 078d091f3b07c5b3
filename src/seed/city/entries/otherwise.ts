import { item, paper } from '@/blocks/asWritten'
import { workdays, type DemoEntry } from '../../shape'

/** Asked of a county too, whose answer says otherwise than the city's: both units are told of the contradiction. */
export const otherwise: DemoEntry[] = [
  {
    unit: 'qx-gov',
    category: 'services',
    title: '高龄津贴如何申领？',
    summary:
      '青溪县户籍年满80周岁的老人，从满岁当月起可领：80至89岁每月60元，90至99岁每月150元，满百岁每月500元。带身份证和社保卡到镇、村便民服务站申请，家人可代办，15个工作日内办结，不收费。',
    open: 'public',
    state: { approved: 51 },
    basedOn: '高龄津贴怎样申领？',
    body: [
      ...item({
        conditions: '青溪县户籍，年满80周岁。',
        materials: [paper('申请人居民身份证', 1, 0), paper('申请人社会保障卡', 1, 0)],
        procedure: ['1. 到镇、村便民服务站申请', '2. 乡镇审核', '3. 按月发放'],
        timeLimit: '15个工作日',
        fee: '不收费',
        place: '镇、村便民服务站',
        hours: workdays,
        phone: '0640-85101133',
      }),
    ],
    keywords: ['高龄津贴'],
  },
]
