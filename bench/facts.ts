import { machine } from './machine'
import { measureKept } from './facts/kept'
import { measured } from './facts/measured'
import { plantedTexts } from './facts/planted'
import { print, printTable } from './print'

/**
 * `npm run bench:facts -- 2000 200 20000`: how many texts, how many values are changed in a second telling, and how many
 * live texts are kept in a database.
 */
const [count = 2_000, changed = 200, live = 20_000] = process.argv.slice(2).map(Number)

print(
  `${count} texts, ${changed} of them told twice with one value changed, as many told twice alike`,
)
printTable(
  ['kind', 'planted', 'found', 'right', 'precision', 'recall'],
  measured(plantedTexts(count, changed)).map(({ kind, planted, found, right }) => [
    ...[kind, String(planted), String(found), String(right)],
    ...[(right / found).toFixed(3), (right / planted).toFixed(3)],
  ]),
)

print()
print(`${live} live texts; ${machine()}`)
printTable(['work', 'told', 'seconds', 'event loop, longest ms'], await measureKept(live))
process.exit()
