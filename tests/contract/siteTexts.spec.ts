import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { confirmed, foundSite, leader, refused, second } from './foundSite'

let site: Awaited<ReturnType<typeof foundSite>>
beforeAll(async () => {
  site = await foundSite()
})
afterAll(() => site.city.close())
beforeEach(() => site.cleared())

const seen = (...given: Parameters<typeof site.seen>) => site.seen(...given)
const save = (...given: Parameters<typeof site.save>) => site.save(...given)
const step = (...given: Parameters<typeof site.step>) => site.step(...given)
const open = (...given: Parameters<typeof site.open>) => site.open(...given)

describe('the texts and looks of the site', () => {
  it('has numbers of persons named by who submits and by who approves', async () => {
    await save(second, { contact: '王某 13812345678', police: '云公网安备 11010102000001号' })
    const submitting = step(second, 'submit')
    await expect(submitting).rejects.toMatchObject({
      code: 'findingsUnconfirmed',
      details: { fields: ['mobileNumber'] },
    })
    await step(second, 'submit', { findings: ['mobileNumber'] })
    await open(leader)
    const approving = step(leader, 'approve', { confirmed })
    await expect(approving).rejects.toEqual(refused('findingsUnconfirmed'))
  })

  it('has numbers of persons named that stand beside a filing, and takes none for one', async () => {
    for (const wrong of [{ siteCode: '13812345678' }, { icp: '云ICP备13812345678号' }])
      await expect(save(second, wrong)).rejects.toEqual(refused('invalid'))
    for (const beside of [
      { icp: '云ICP备12345678号-1 王某13812345678' },
      { police: '云公网安备 11010102000001号 13812345678' },
    ]) {
      await save(second, beside)
      await expect(step(second, 'submit')).rejects.toMatchObject({
        ...{ code: 'findingsUnconfirmed', details: { fields: ['mobileNumber'] } },
      })
    }
    await save(second, { icp: '云ICP备2021012345号-1', siteCode: '1101010001' })
    expect(await step(second, 'submit')).toMatchObject({ state: 'pending' })
  })

  it('takes a colour that can be read, and refuses the others in words', async () => {
    for (const color of ['#ffd54f', '#7fb2e5', 'red', '#12426'])
      await expect(save(second, { color })).rejects.toMatchObject({
        ...{ code: 'invalid', details: { fields: ['color'] } },
      })
    await save(second, { color: '#8B0000' })
    expect(await seen()).toMatchObject({ content: { color: '#8b0000' } })
  })

  it('takes a picture for an emblem by what it contains, drawn anew, and no drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>1</script></svg>'
    const side = { width: 100, height: 80, channels: 4 as const, background: '#b4281c' }
    const drawn = sharp({ create: side })
    const sent = (bytes: Buffer) => bytes.toString('base64')
    const tiny = sharp({ create: { ...side, width: 20 } })
    const wrong = [
      Buffer.from(svg),
      ...[await drawn.jpeg().toBuffer(), await drawn.gif().toBuffer()],
      ...[await tiny.png().toBuffer(), Buffer.from('no picture')],
    ]
    for (const bytes of wrong)
      await expect(save(second, { emblem: sent(bytes) })).rejects.toMatchObject({
        ...{ code: 'invalid', details: { fields: ['emblem'] } },
      })
    const webp = await drawn
      .webp()
      .withMetadata({ exif: { IFD0: { Artist: '某人' } } })
      .toBuffer()
    await save(second, { emblem: sent(webp) })
    const { emblem = '' } = (await seen())?.content ?? {}
    const kept = Buffer.from(emblem, 'base64')
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })
    expect(kept.includes('某人')).toBe(false)
    await save(second, { emblem, name: '同一标志' })
    expect((await seen())?.content.emblem).toBe(emblem)
  })

  it('refuses filings that are none, and what is too long', async () => {
    for (const wrong of [{ icp: '没有' }, { police: '公安' }, { siteCode: '123' }])
      await expect(save(second, wrong)).rejects.toEqual(refused('invalid'))
    await expect(save(second, { name: '字'.repeat(13) })).rejects.toEqual(refused('invalid'))
    // So long that looking through it in a careless way would take hours.
    for (const about of [`${' '.repeat(2_000_000)}字`, `${' '.repeat(41_000)}字\n`.repeat(20)])
      await expect(save(second, { about })).rejects.toEqual(refused('invalid'))
    await expect(save(second, { name: '两\n行' })).rejects.toEqual(refused('invalid'))
    await expect(save(second, { about: 7 })).rejects.toEqual(refused('invalid'))
  })

  it('keeps lines that end in one way and in nothing unseen', async () => {
    await save(second, { about: '\n# 关于 \r\n一\u3000\t\r二\n\n\n \n三  ' })
    expect((await seen())?.content.about).toBe('# 关于\n一\n二\n\n三')
  })
})
