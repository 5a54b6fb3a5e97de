// What a family does at home, without a mouse or a finger: Tab, the arrows, the blank and Enter alone.
import { choose, focusOf, press, tabTo, tabUntil } from '../support/keyboard'
import { expect, test } from '../support/test'

test('from the first page to a guide, its reasons and back', async ({ page, office }) => {
  await page.goto(`${office.base}/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await tabTo(page, /再婚，收养对方的孩子/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/guide\/stepchild$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, /为什么要/)
  await page.keyboard.press('Enter')
  await expect(page.locator('details[open] .cite').first()).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a question of the eligibility conversation is answered, and changed again', async ({ page, office }) => {
  await page.goto(`${office.base}/ask`)
  await tabTo(page, /我的妻子或者丈夫/)
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: /我的妻子或者丈夫/ })).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, /^下一问$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('第 2 问')).toBeVisible()
  await expect(page.getByRole('radio', { name: /我的妻子或者丈夫/ })).toHaveCount(0)
})

test('the eligibility conversation is gone through to its answer', async ({ page, office }) => {
  await page.goto(`${office.base}/ask`)
  const question = page.getByRole('heading', { level: 1 })
  const verdict = page.getByRole('heading', { name: '您说的情况', exact: true })
  await expect(page.getByText('第 1 问')).toBeVisible()
  for (let times = 0; times < 40 && !(await verdict.isVisible()); times += 1) {
    const asked = (await question.innerText()).replaceAll('\n', '')
    await expect(question).toBeFocused()
    await tabUntil(page, ({ kind }) => ['radio', 'text'].includes(kind), asked)
    if ((await focusOf(page))?.kind === 'radio') await choose(page, ANSWERS.find(([words]) => words.test(asked))?.[1] ?? /./)
    else await page.keyboard.insertText(DAYS.find(([words]) => words.test(asked))?.[1] ?? '0')
    await press(page, /^(下一问|看结果)$/)
    await expect.poll(async () => (await verdict.isVisible()) || (await question.innerText()).replaceAll('\n', '') !== asked).toBe(true)
  }
  await expect(verdict).toBeVisible()
  await expect(question).toBeFocused()
})

const ANSWERS: [RegExp, RegExp][] = [
  [/从哪里来/, /^福利院的孩子，找不到亲生父母/],
  [/残疾|医生认为|违法犯罪/, /^不是/],
]
const DAYS: [RegExp, string][] = [
  [/孩子哪天出生/, '20200101'],
  [/收养人哪天出生/, '1985年1月1日'],
  [/一共想收养/, '1'],
]

test('an application beforehand is begun, filled and sent', async ({ page, office }) => {
  await page.goto(`${office.base}/apply`)
  await tabTo(page, /^开始填$/)
  await page.keyboard.press('Enter')
  await expect(page.locator('.big-code')).toBeVisible()
  await tabTo(page, /孩子是哪种情形/)
  for (const kind = page.getByLabel('孩子是哪种情形'); (await kind.inputValue()) !== 'stepchild'; ) await page.keyboard.press('ArrowDown')
  await tabTo(page, /^收养人姓名/)
  await page.keyboard.insertText('秦望舒')
  await tabTo(page, /^联系电话/)
  await page.keyboard.insertText('023-40000000')
  await expect(page.getByText(/已保存/)).toBeVisible()
  await tabTo(page, /下一步：拍材料/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^拍照/)
  await tabTo(page, /从相册选/)
  await tabTo(page, /提交给窗口预看/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '已经提交' })).toBeVisible()
})

test('a certificate is asked about', async ({ page, office }) => {
  await page.goto(`${office.base}/verify`)
  for (const [name, text] of [
    [/收养登记证字号/, '（2026）渝练收字第9999号'],
    [/印制号/, 'A0000001'],
    [/后六位/, '010117'],
  ] as const) {
    await tabTo(page, name)
    await page.keyboard.insertText(text)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('没有查到这样的证')
})
