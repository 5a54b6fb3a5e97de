// A draft that is begun, and a photo as a camera makes it.
import type { Page } from '@playwright/test'
import type { Office } from '../support/office'
import { expect } from '../support/test'

const drawn = new Map<number, Buffer>()

/** A photo with as many bytes as a camera makes, and a place and a device written into it; each is drawn once. */
export async function photo(page: Page, spots = 6000): Promise<Buffer> {
  const before = drawn.get(spots)
  if (before) return before
  const address = await page.evaluate((most) => {
    const canvas = document.createElement('canvas')
    canvas.width = 3200
    canvas.height = 2400
    const pen = canvas.getContext('2d')
    for (let spot = 0; spot < most; spot += 1) {
      if (!pen) break
      pen.fillStyle = `hsl(${spot % 360} 60% 60%)`
      pen.fillRect((spot * 7919) % 3200, (spot * 104729) % 2400, 50, 30)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  }, spots)
  const bytes = Buffer.from(address.split(',')[1] ?? '', 'base64')
  // An APP1 segment right behind the start, as a camera writes it.
  const words = Buffer.from('Exif\0\0GPSLatitude 29.5630 secret-camera')
  const head = Buffer.from([0xff, 0xe1, 0, words.length + 2])
  const whole = Buffer.concat([bytes.subarray(0, 2), head, words, bytes.subarray(2)])
  drawn.set(spots, whole)
  return whole
}

/** Begins a draft and answers its code. */
export async function begin(page: Page, office: Office): Promise<string> {
  await page.goto(`${office.base}/apply`)
  await page.getByRole('button', { name: '开始填' }).click()
  await page.getByLabel('孩子是哪种情形').selectOption('institution_foundling')
  await page.getByLabel('收养人姓名', { exact: true }).fill('秦望舒')
  await page.getByLabel('联系电话').fill('023-40000000')
  await expect(page.getByText(/已保存/)).toBeVisible()
  return page.locator('.big-code').innerText()
}
