import { libraries } from '@/access/rules'
import { factFields, factKinds, matters } from '@/facts/fact'
import { range } from './readingSchemas'
import { list, number, object, oneOf, ref, text, type Schema } from './schema'

const side: Schema = object({
  entry: text,
  number: text,
  library: oneOf(libraries),
  title: text,
  revision: number,
  unit: object({ id: text, name: text }),
  value: { ...text, description: '归一后的值 / in the form by which two are compared' },
  text: { ...text, description: '原文 / as it is written' },
  field: oneOf(factFields),
  from: { ...number, description: '在该字段中的起点，UTF-16 单位 / in the field, in UTF-16 units' },
  to: { ...number, description: '止（不含止） / exclusive' },
  passage: text,
  at: range,
})

export const factsSchemas: Record<string, Schema> = {
  Contradiction: object({
    id: { ...text, description: '双方说法不变则不变 / the same as long as both say the same' },
    kind: oneOf(factKinds),
    matter: oneOf(matters),
    one: side,
    other: side,
  }),
  Contradictions: object({ contradictions: list(ref('Contradiction')) }),
}

const sideExample = {
  ...{ entry: '0c7e5a4e-8a57-4a8b-a9a4-4f0d2f6f4a11', number: 'ZS000007', library: 'knowledge' },
  ...{ title: '社会保障卡丢了怎样补办？', revision: 3, unit: { id: 'unit', name: '市人社局' } },
  ...{ value: '2000/', text: '20元', field: 'body', from: 5, to: 8 },
  ...{ passage: '收费标准：20元', at: [5, 8] },
}
const contradiction = {
  ...{ id: '5c1f0d3a9b6e4f7081a2b3c4d5e6f708', kind: 'fee', matter: 'charge', one: sideExample },
  other: {
    ...{ ...sideExample, number: 'ZS000123', unit: { id: 'other', name: '市民政局' } },
    ...{ value: '1000/', text: '10元', passage: '工本费10元', at: [3, 6], from: 3, to: 6 },
  },
}

export const factsExamples: Record<string, unknown> = {
  Contradiction: contradiction,
  Contradictions: { contradictions: [contradiction] },
}
