import type { DemoEntry } from '../shape'
import { centre } from './entries/centre'
import { cityManagement } from './entries/cityManagement'
import { civilAffairs } from './entries/civilAffairs'
import { counties } from './entries/counties'
import { education } from './entries/education'
import { health } from './entries/health'
import { housing } from './entries/housing'
import { humanResources } from './entries/humanResources'
import { land } from './entries/land'
import { market } from './entries/market'
import { medicalInsurance } from './entries/medicalInsurance'
import { otherwise } from './entries/otherwise'
import { police } from './entries/police'
import { zone } from './entries/zone'

/** Every question the invented city answers; the entries about the units themselves are made from the tree. */
export const entries: readonly DemoEntry[] = [
  ...centre,
  ...humanResources,
  ...medicalInsurance,
  ...police,
  ...housing,
  ...market,
  ...education,
  ...civilAffairs,
  ...health,
  ...land,
  ...cityManagement,
  ...zone,
  ...counties,
  ...otherwise,
]
