import { describe, expect, test } from '@jest/globals'
import { partHtml } from '@/blocks/renderPart'
import {
  materialsOf,
  missingMaterials,
  nearestFirst,
  plainSection,
  sectionsOf,
} from '@/reading/sections'

const part = (blockType: string, content: string) => partHtml({ blockType, content })
const materials = partHtml({
  blockType: 'materials',
  items: [
    { name: '身份证', original: 1, copies: 0, note: '当场退还' },
    { name: '“一表”<新>', copies: 2 },
  ],
})

describe('an answer in sections', () => {
  test('has one for each block, under its name, and for what stands around them', () => {
    const html = `<p>先看清情形。</p>${part('fee', '不收费')}${materials}<p>另见<strong>附件</strong></p>`
    const sections = sectionsOf(html)
    expect(sections.map(({ part, heading }) => [part, heading])).toEqual([
      [null, ''],
      ['fee', '收费标准'],
      ['materials', '所需材料'],
      [null, ''],
    ])
    expect(sections[1]?.html).toBe('<p>不收费</p>')
    expect(sections[3]?.html).toBe('<p>另见<strong>附件</strong></p>')
  })

  test('has one for each heading of a text, and none for a heading in a table', () => {
    const table =
      '<div class="table"><table><tbody><tr><td><h2>表内</h2><p>甲</p></td></tr></tbody></table></div>'
    const sections = sectionsOf(
      `<h2>内容</h2><p>路灯不亮</p>${table}<h2>结果</h2><p>已修好<br>并回访</p>`,
    )
    expect(sections.map(({ heading }) => heading)).toEqual(['内容', '结果'])
    expect(sections[0]?.html).toBe(`<p>路灯不亮</p>${table}`)
    expect(sections[1]?.html).toBe('<p>已修好<br>并回访</p>')
  })

  test('loses nothing of a text', () => {
    const html = `<p>一</p><ul><li>二</li></ul><img src="/x" alt="三"><h3>四</h3><p>五</p>`
    expect(sectionsOf(html).map((section) => section.html)).toEqual([html])
    expect(sectionsOf('')).toEqual([])
  })

  test('is copied by the section, its name before it', () => {
    const [section] = sectionsOf(part('place', '政务服务中心二楼\n青山县分厅'))
    expect(plainSection(section!)).toBe('办理地点：\n政务服务中心二楼\n青山县分厅')
  })
})

describe('materials', () => {
  const rows = materialsOf(sectionsOf(materials)[0]!)

  test('are told one by one, each with how many of it', () => {
    expect(rows).toEqual([
      { name: '身份证', details: ['原件1份', '说明：当场退还'] },
      { name: '“一表”<新>', details: ['复印件2份'] },
    ])
  })

  test('are read in texts from before counts were put in words too', () => {
    const html =
      '<div class="table"><table><thead><tr><th scope="col">材料名称</th><th scope="col">原件（份）</th><th scope="col">复印件（份）</th></tr></thead>' +
      '<tbody><tr><td>身份证</td><td>1</td><td>0</td></tr></tbody></table></div>'
    expect(materialsOf({ html })).toEqual([{ name: '身份证', details: ['原件1份'] }])
  })

  test('that are missing are named with what is said of them', () => {
    expect(missingMaterials(rows)).toBe(
      '身份证（原件1份，说明：当场退还）；“一表”<新>（复印件2份）',
    )
  })
})

describe('places', () => {
  const html = '<p>市政务服务中心</p><p>南湖区分中心</p><p>青山县政务大厅</p>'

  test('of the district that was chosen stand first, all others after them as they were', () => {
    expect(nearestFirst(html, '青山县')).toBe(
      '<p>青山县政务大厅</p><p>市政务服务中心</p><p>南湖区分中心</p>',
    )
    expect(nearestFirst('<p>甲</p><p>青山分厅</p>', '青山县')).toBe('<p>青山分厅</p><p>甲</p>')
  })

  test('stay where they are where none was chosen, or the text is no list of places', () => {
    expect(nearestFirst(html, null)).toBe(html)
    expect(nearestFirst('<ul><li>青山县</li></ul>', '青山县')).toBe('<ul><li>青山县</li></ul>')
  })
})
