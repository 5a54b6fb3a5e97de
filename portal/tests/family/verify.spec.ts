// A certificate is asked about; the answer names nobody, and a mistake is told like a forgery.
import { expect, test } from '../support/test'

test('a certificate that was never given out is not found, and what was typed stays', async ({ page, office }) => {
  await page.goto(`${office.base}/verify`)
  await page.getByRole('button', { name: '查一查' }).click()
  await expect(page.getByLabel('收养登记证字号')).toHaveAccessibleDescription(/还没填/)
  await page.getByLabel('收养登记证字号').fill('（2026）渝练收字第9999号')
  await page.getByLabel('证的印制号').fill('A0000001')
  await page.getByLabel('收养人身份证号的后六位').fill('010117')
  await page.getByLabel('收养人身份证号的后六位').press('Enter')
  await expect(page.getByRole('status')).toContainText('没有查到这样的证')
  await expect(page.getByLabel('证的印制号')).toHaveValue('A0000001')
})
