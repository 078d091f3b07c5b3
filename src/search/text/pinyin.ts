import { pinyin } from 'pinyin-pro'
import type { Segmenter } from './segment'

/** Every syllable of Mandarin without its tone, ü written v. */
export const syllables: ReadonlySet<string> = new Set(
  `
  a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can
  cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai
  chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den
  deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang
  fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang
  gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun
  huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei
  ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia
  lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me
  mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng
   ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao
  pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong
  qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san
  sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai
  shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng
  ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia
  xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo
  yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe
  zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu
  zuan zui zun zuo
  `
    .trim()
    .split(/\s+/),
)

/** How many letters of initials are kept; more tell no titles apart. */
export const INITIALS = 12
/** Readings of one run of letters worth trying: `xian` is 先 and 西安. */
const READINGS = 4
const LONGEST_SYLLABLE = 6
/** Longer runs of letters are no pinyin anybody typed. */
const LONGEST_RUN = 80
/** A mixture is a word or two: anything can be read as a longer one. */
const LONGEST_MIXED = 12

/** The sound of each Chinese character, in order; other characters are left out. */
export function soundOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
}

/** For each word the initials from there to the end, so that `gjj` finds 住房公积金 by a prefix. */
export function initialsOf(words: readonly string[]): string[] {
  const letters = words.map((word) => initialsOfWord(word))
  return letters
    .map((_, at) =>
      letters
        .slice(at, at + INITIALS)
        .join('')
        .slice(0, INITIALS),
    )
    .filter((initials) => initials.length > 1)
}

/** Stands between two texts, so that nothing is heard across. */
const APART = '。'

/** The sounds and the initials of several texts, a line each. */
export function heardForms(lines: string, { forQuery }: Pick<Segmenter, 'forQuery'>) {
  const each = lines.split('\n').filter((line) => /\p{Script=Han}/u.test(line))
  return {
    pinyin: each.flatMap((line) => [...soundOf(line), APART]).join(' '),
    initials: each.flatMap((line) => initialsOf(forQuery(line))).join(' '),
  }
}

function initialsOfWord(word: string): string {
  return /^[a-z0-9]+$/.test(word)
    ? word
    : soundOf(word)
        .map((sound) => sound[0])
        .join('')
}

/** Ways to read letters as syllables; the last one may still be unfinished while typing. */
export function readingsOf(letters: string): string[][] {
  if (letters.length > LONGEST_RUN) return []
  const readings: string[][] = []
  /** Places from which nothing can be read, so that a long run does not try them again. */
  const dead = new Set<number>()
  const read = (at: number, before: string[]) => {
    if (readings.length >= READINGS || dead.has(at)) return
    if (at === letters.length) return void readings.push(before)
    const found = readings.length
    for (let end = Math.min(letters.length, at + LONGEST_SYLLABLE); end > at; end--) {
      const part = letters.slice(at, end)
      if (syllables.has(part)) read(end, [...before, part])
    }
    const rest = letters.slice(at)
    if (at > 0 && isBeginning(rest)) readings.push([...before, rest])
    if (readings.length === found) dead.add(at)
  }
  read(0, [])
  return readings.slice(0, READINGS)
}

const beginnings = new Set(
  [...syllables].flatMap((sound) => [...sound].map((_, at) => sound.slice(0, at + 1))),
)

/** Does a syllable go on from here? */
export function isBeginning(part: string): boolean {
  return beginnings.has(part) && !syllables.has(part)
}

const consonants = new Set('b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' '))

/**
 * Ways to read letters as syllables and mere beginnings of syllables, as `shebk` for 社保卡: at least one of
 * each.
 */
export function mixedReadingsOf(letters: string): string[][] {
  if (letters.length > LONGEST_MIXED) return []
  const readings: string[][] = []
  const read = (at: number, before: string[]) => {
    if (readings.length >= READINGS) return
    if (at === letters.length) return void readings.push(before)
    for (let end = Math.min(letters.length, at + LONGEST_SYLLABLE); end > at; end--) {
      const part = letters.slice(at, end)
      if ((syllables.has(part) && part.length > 1) || consonants.has(part))
        read(end, [...before, part])
    }
  }
  read(0, [])
  return readings.filter(
    (reading) => reading.some((part) => syllables.has(part)) && reading.some(isBeginning),
  )
}
