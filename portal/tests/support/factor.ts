// A second factor of one of the invented people, and what it shows.
import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Office } from './office'
import { signIn, type Role } from './service'
import { expect } from './test'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECONDS = 30

/** The six digits an application shows of a secret now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret.replaceAll('=', '')].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / SECONDS)))
  const mac = createHmac('sha1', key).update(time).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Walks in as somebody who has just got a second factor; answers the codes that stand in for it, each once. */
export async function enterWithFactor(page: Page, office: Office, role: Role, person: number, path: string): Promise<string[]> {
  const session = await signIn(page.request, office, role, person)
  const headers = { authorization: `Bearer ${session.access_token}` }
  const begun = await page.request.post(`${office.base}/v1/me/factors`, { headers, data: { name: '手机验证器' } })
  expect(begun.ok(), await begun.text()).toBe(true)
  const { id, secret } = (await begun.json()) as { id: string; secret: string }
  const confirmed = await page.request.post(`${office.base}/v1/me/factors/${id}/confirmation`, { headers, data: { code: codeOf(secret) } })
  expect(confirmed.ok(), await confirmed.text()).toBe(true)
  const { recovery_codes: codes } = (await confirmed.json()) as { recovery_codes: string[] }
  await page.goto(`${office.base}/healthz`)
  await page.evaluate((token) => sessionStorage.setItem('guijia.renewal', token), session.refresh_token)
  await page.goto(`${office.base}/desk${path}`)
  await expect(page.getByRole('main')).toBeVisible()
  return codes
}

/** What the service says of a factor that was shown too long ago. */
export const NOT_FRESH = JSON.stringify({ type: 'urn:guijia:problem:factor-required', title: '请再次验证', status: 403 })
