// Every page of the desk from every side: WCAG 2.2 AA in each appearance and width, both languages, 400 %, the keyboard's
// way; with cases in the middle of everything.
import { PAGES } from './support/pages'
import { firstCase } from './support/service'
import { faultsOf, settled } from './support/sides'
import { enter, expect, testAfter } from './support/test'
import { Heard } from './support/words'

/** An office with a case whose certificate was given, and one that waits for the leader. */
const test = testAfter([
  ['--until', 'issue_certificate', '--kind', 'stepchild'],
  ['--until', 'propose', '--kind', 'collateral_kin'],
])

for (const [role, paths] of PAGES) {
  test(`the pages of the ${role} are for everybody`, async ({ page, office }) => {
    test.setTimeout(600_000)
    const id = await firstCase(page.request, office, 'leader', 'waiting_for_leader')
    const heard = new Heard(page)
    await enter(page, office, role)
    const faults: string[] = []
    for (const path of paths) {
      await page.goto(`${office.base}/desk${path.replace('CASE', id)}`)
      await settled(page)
      faults.push(...(await faultsOf(page, path, heard)))
    }
    expect(faults).toEqual([])
  })
}
