// The code of a draft, for as long as this tab is open: a phone that takes a photo may throw the page away meanwhile.
const PLACE = 'guijia.draft'

export function keptCode(): string | undefined {
  return sessionStorage.getItem(PLACE) ?? undefined
}

export function keepCode(code: string): void {
  sessionStorage.setItem(PLACE, code)
}

export function forgetCode(): void {
  sessionStorage.removeItem(PLACE)
}
