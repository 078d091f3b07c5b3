import { indexed, long, number, required, text } from '@/fields/records'
import { record } from './records'

/** What live texts state: one row a fact, made of the live row of its entry and made again whenever that changes. */
export const Facts = record(
  'facts',
  [
    text('entry', { ...required, ...indexed }),
    text('number', required),
    text('unit', { ...required, ...indexed }),
    text('unitAbove', indexed),
    // 知识库 and 预案库 are compared; places are told in all.
    text('library', required),
    number('revision', required),
    text('kind', required),
    text('value', required),
    // What is the same of a value however it is written: by it all places of a number are found.
    text('heart', required),
    text('matter', required),
    text('holder'),
    long('clause'),
    // The key of what the text is about; none where its title tells nothing.
    text('subject', indexed),
    text('field', required),
    number('from', required),
    number('to', required),
    text('text', required),
  ],
  { timestamps: false, indexes: [{ fields: ['kind', 'heart'] }] },
)
