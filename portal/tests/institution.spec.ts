// A welfare institution brings the papers of a child it places: it sees what is missing, sends the scan, reads why one came
// back and sends it anew; of the adopters it is told nothing.
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { application, PERSONAL } from './support/cast'
import type { Office } from './support/office'
import { scan } from './support/scan'
import { act, filePaper, openCase, readCase, signIn, type Session } from './support/service'
import { enter, expect, test } from './support/test'

interface Filed {
  papers: { number: number; slot: { paper: string } }[]
}

/** The newest scan of a paper, as the registrar has it. */
async function newest(page: Page, office: Office, registrar: Session, id: string, paper: string): Promise<number> {
  const { papers } = await readCase<Filed>(page.request, office, registrar, id)
  return papers.filter(({ slot }) => slot.paper === paper).at(-1)?.number ?? 0
}

test('an institution sees what is missing, brings it, reads why it came back, and brings it anew', async ({ page, office }) => {
  test.setTimeout(180_000)
  await enter(page, office, 'institution')
  await expect(page.getByRole('heading', { level: 1, name: '送养的孩子' })).toBeVisible()
  const registrar = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, registrar, application())
  await page.reload()
  const line = page.getByRole('listitem').filter({ has: page.locator(`a[href$="${id}"]`) })
  await expect(line).toContainText('党小满')
  await expect(line.locator('.state.warn')).toHaveText(/还缺 \d 份/)
  await line.getByRole('link', { name: /^看/ }).click()

  const entry = page.getByRole('listitem').filter({ has: page.getByText('被收养人的儿童入院原始记录', { exact: true }) })
  await expect(entry.locator('> .state')).toHaveText('未提交')
  await entry.getByRole('button', { name: /^提交扫描件/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expectAccessible(page, 'a paper to bring')
  await dialog.locator('#scan').setInputFiles({ name: 'scan.txt', mimeType: 'application/pdf', buffer: Buffer.from('not a scan') })
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(dialog.locator('.summary')).toBeVisible()
  await dialog.locator('#scan').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan('entry record') })
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '已提交：' })).toBeVisible()
  await expect(entry.locator('> .state')).toHaveText('待核验')

  const first = await newest(page, office, registrar, id, 'entry_record')
  await act(page.request, office, registrar, id, `papers/${first}/rejection`, { reason: '缺骑缝章，请补盖后重新提交。' })
  await page.reload()
  await expect(entry).toContainText('退回原因：缺骑缝章，请补盖后重新提交。')
  await expect(entry.locator('> .state')).toHaveText('已退回')
  await entry.getByRole('button', { name: /^重新提交/ }).click()
  await dialog.locator('#scan').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan('entry record with seal') })
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(entry.locator('> .state')).toHaveText('待核验')
  const second = await newest(page, office, registrar, id, 'entry_record')
  await act(page.request, office, registrar, id, `papers/${second}/verification`, { compared_with: 'original' })
  await page.reload()
  await expect(entry.locator('> .state')).toHaveText('核验无误')
  await expect(entry).toContainText('缺骑缝章')

  const shown = await page.getByRole('main').innerText()
  for (const word of PERSONAL.filter((each) => each !== '党小满' && each !== '苏慧兰')) expect(shown).not.toContain(word)
})

test('a scan chosen while the case went on is kept, and sent on how the case stands now', async ({ page, office }) => {
  const registrar = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, registrar, application())
  await enter(page, office, 'institution', `/children/${id}`)
  const entry = page.getByRole('listitem').filter({ has: page.getByText('被收养人的儿童入院原始记录', { exact: true }) })
  await entry.getByRole('button', { name: /^提交扫描件/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('#scan').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan('entry') })
  await filePaper(page.request, office, registrar, id, 'paper=joint_photo', scan('photo'), 'application/pdf')
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('选好的文件还在')
  await dialog.getByRole('button', { name: '读取现在的情况' }).click()
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '已提交：' })).toBeVisible()
  await expect(entry.locator('> .state')).toHaveText('待核验')
})

test('to an institution a case by its address alone is no case, nor is one that is not there', async ({ page, office }) => {
  const registrar = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, registrar, application())
  await enter(page, office, 'institution', `/cases/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面，或者您无权查看')
  await page.goto(`${office.base}/desk/children/${crypto.randomUUID()}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面，或者您无权查看')
  await expect(page.getByRole('search')).toHaveCount(0)
})
