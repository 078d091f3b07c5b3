/** Where a row's unit stands in the tree: a body below a region, or a unit of the first level. */
export type UnitPath = {
  region: string | null
  name: string
  /** The code departments are registered under; becomes part of the names of their accounts. */
  orgCode: string
}

const area = /.+?(?:省|自治区|特别行政区|自治州|地区|自治县|市|盟|县|区|旗)/g

/**
 * The widest area of the source (a province, or a city) owns the tree: its departments stand on the
 * first level. An area below it is a region with the department as its body.
 */
export function unitOf(row: { area: string; department: string; orgCode: string }): UnitPath {
  const [, ...below] = row.area.match(area) ?? [row.area]
  return { region: below.join('') || null, name: row.department, orgCode: row.orgCode }
}
