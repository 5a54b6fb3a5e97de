// Taking in an application: what is wrong is told at once and beside its field, and nothing typed is lost.
import { fill } from './support/forms'
import { applicationOf } from './support/kinds'
import { dropDrafts } from './support/service'
import { enter, expect, test } from './support/test'

test.beforeEach(({ page, office }) => dropDrafts(page.request, office, 'registrar'))

test('a number of identity brings its day of birth and its sex', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  await page.locator('#field-adopters-0-resident_id').fill('500199198301010117')
  await expect(page.locator('#field-adopters-0-birth_date')).toHaveValue('1983-01-01')
  await expect(page.locator('#field-adopters-0-sex').getByRole('radio', { name: '男' })).toBeChecked()
})

test('an empty form is told whole: the summary has the focus and leads to each field', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  await page.getByRole('button', { name: '提交申请' }).click()
  const summary = page.locator('.summary')
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^有误/)
  await summary.getByRole('button').first().click()
  await expect(page.locator(':focus')).toHaveAttribute('id', /^field-/)
})

test('a wrong number of identity is told at its field, in the words of the summary', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  await fill(page, '', applicationOf('institution_foundling'))
  const field = page.locator('#field-adopters-0-resident_id')
  await field.fill('500199198301010118')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const words = await page.locator('#field-adopters-0-resident_id-fault').first().textContent()
  await expect(page.locator('.summary')).toContainText((words ?? 'no words').trim().slice(0, 8))
  await expect(page.locator('.summary')).toContainText('收养人 1')
  await expect(field).toHaveValue('500199198301010118')
})

test('days are taken however they are typed, and shown with their weekday', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  const day = page.locator('#field-child-birth_date')
  for (const typed of ['20200101', '2020-1-1', '2020年1月1日', '２０２０．１．１']) {
    await day.fill(typed)
    await expect(page.locator('.day').filter({ has: day })).toContainText('2020年1月1日 星期三')
  }
})
