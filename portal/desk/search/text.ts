// What was searched for, in memory only: it is often a name, which belongs into no address and no storage.
let text = ''

export function keepSearch(typed: string): void {
  text = typed.trim()
}

export function keptSearch(): string {
  return text
}
