// Whether one may adopt: one question a screen, changed at will, answered by the service, kept nowhere.
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

/** Answers every question until there is a verdict: by the words of the question, else the first choice. */
async function answerAll(page: Page, answers: [RegExp, string][]): Promise<string[]> {
  const asked: string[] = []
  const verdict = page.getByRole('heading', { name: '您说的情况', exact: true })
  await expect(page.locator('main form')).toBeVisible()
  for (let times = 0; times < 40 && !(await verdict.isVisible()); times += 1) {
    const question = (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\n', '')
    asked.push(question)
    const answer = answers.find(([words]) => words.test(question))?.[1]
    const typed = page.locator('main form input:not([type=radio])')
    if ((await typed.count()) > 0) await typed.fill(answer ?? '1')
    else if (answer) await page.getByRole('radio', { name: answer, exact: true }).check()
    else await page.getByRole('radio').first().check()
    await page.locator('main form button.primary').click()
    await expect
      .poll(async () => (await verdict.isVisible()) || (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll('\n', '') !== question)
      .toBe(true)
  }
  return asked
}

const QUALIFIED: [RegExp, string][] = [
  [/从哪里来/, '福利院的孩子，找不到亲生父母'],
  [/孩子哪天出生/, '20200101'],
  [/残疾/, '不是'],
  [/收养人哪天出生/, '1985年1月1日'],
  [/几个人一起/, '两个人'],
  [/医生认为|违法犯罪/, '不是'],
  [/现在有几个孩子/, '0'],
  [/一共想收养/, '1'],
]

test('a couple that meets every condition reads that it may apply, with its papers', async ({ page, office }) => {
  await page.goto(`${office.base}/ask`)
  const asked = await answerAll(page, QUALIFIED)
  expect(asked.filter((question) => question.startsWith('第二位收养人')).length).toBeGreaterThan(3)
  await expect(page.getByRole('heading', { name: '按您说的情况，可以申请收养' })).toBeVisible()
  await expect(page.getByText('身体健康检查证明')).toBeVisible()
  await expect(page.getByRole('button', { name: '打印这一页' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0)
})

test('what bars an adoption is named with its article, and a changed answer changes the verdict', async ({ page, office }) => {
  await page.goto(`${office.base}/ask`)
  const young = QUALIFIED.map(([words, answer]): [RegExp, string] => [words, words.test('收养人哪天出生') ? '20000101' : answer])
  await answerAll(page, young)
  await expect(page.getByRole('heading', { name: '按您说的情况，现在还不能收养' })).toBeVisible()
  await expect(page.getByText('《民法典》第一千零九十八条第（五）项')).toBeVisible()
  await page.getByRole('button', { name: /改.*收养人哪天出生/ }).first().click()
  await answerAll(page, QUALIFIED)
  await page.getByRole('button', { name: '从头再问' }).click()
  await expect(page.getByRole('heading', { name: '孩子从哪里来？' })).toBeVisible()
})

test('nothing goes on without an answer, and a day that is none is told', async ({ page, office }) => {
  await page.goto(`${office.base}/ask`)
  await page.locator('main form button.primary').click()
  await expect(page.getByRole('alert')).toHaveText('请选一个')
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByRole('radio').first().check()
  await page.locator('main form button.primary').click()
  await page.getByLabel('日期').fill('20200230')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('日期')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('日期')).toBeVisible()
})
