// Each kind of adoption is taken in by hand: the form is filled by clicking and typing, sent, and its case opens.
import { fill, placeOf as field } from './support/forms'
import { applicationOf, KINDS, type Kind } from './support/kinds'
import { dropDrafts } from './support/service'
import { AT_LENGTH } from './support/sides'
import { enter, expect, test } from './support/test'

test.beforeEach(({ page, office }) => dropDrafts(page.request, office, 'registrar'))

/** Whose forms have no field that another kind has not: told at length alone (docs/testing.md). */
const ALIKE: Kind[] = ['institution_orphan', 'rescued_child', 'incapable_parents']

const told = AT_LENGTH ? KINDS : KINDS.filter((kind) => !ALIKE.includes(kind))

for (const kind of told) {
  test(`an application of the kind ${kind} is typed, sent, and opens its case`, async ({ page, office }) => {
    await enter(page, office, 'registrar', '/intake')
    await fill(page, '', applicationOf(kind))
    await page.getByRole('button', { name: '提交申请' }).click()
    await expect(page.getByRole('status').filter({ hasText: '申请已收下' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('秦望舒')
    await expect(page.locator('.now-strip')).not.toBeEmpty()
  })
}

/** One thing wrong in each part of the form: where, what is typed, and what would be right. */
const WRONG: [string, string, string][] = [
  ['/adopters/0/resident_id', '500199198301010118', ''],
  ['/adopters/1/telephone', '12', '023-40000000'],
  ['/child/birth_date', '2020-02-31', '2020-01-01'],
  ['/placer/credit_code', '12500199009901024A', '12500199009901024H'],
  ['/reason', '', '愿意给孩子一个完整、温暖的家。'],
]

test('what is wrong in any part of the form is told in the summary, which leads to the field, and nothing typed is lost', async ({ page, office }) => {
  const given = applicationOf('institution_foundling')
  await enter(page, office, 'registrar', '/intake')
  await fill(page, '', given)
  const right = await field(page, '/adopters/0/resident_id').inputValue()
  for (const [pointer, wrong, better] of WRONG) {
    await field(page, pointer).fill(wrong)
    await page.getByRole('button', { name: '提交申请' }).click()
    const summary = page.locator('.summary')
    await expect(summary).toBeFocused()
    await expect(summary.locator('li')).toHaveCount(1)
    await expect(field(page, pointer)).toHaveAttribute('aria-invalid', 'true')
    await summary.getByRole('button').click()
    await expect(field(page, pointer)).toBeFocused()
    await expect(field(page, pointer)).toHaveValue(wrong)
    await field(page, pointer).fill(better || right)
  }
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('status').filter({ hasText: '申请已收下' })).toBeVisible()
})
