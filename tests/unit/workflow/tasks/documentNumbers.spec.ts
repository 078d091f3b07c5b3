import { expect, test } from '@jest/globals'
import { documentNumbersIn } from '@/workflow/tasks/documentNumbers'

test.each([
  ['广政公〔2019〕11号', ['广政公〔2019〕11号']],
  [
    '根据皖政办[2020]第5号和皖人社发（２０２１）０７号执行',
    ['皖政办〔2020〕5号', '皖人社发〔2021〕7号'],
  ],
  ['《社会救助暂行办法》（国务院令第649号）', []],
  ['2019年11号文件', []],
])('%s names its documents in one way of writing', (text, numbers) => {
  expect(documentNumbersIn(text)).toEqual(numbers)
})
