// What a place of a form is called, from the whole to the part: `收养人 2 · 姓名`.
import type { Names } from '../../parts/names'
import { resolve, type Field, type Type } from './model'

export function labelAt(names: Names, type: Type, owner: string | undefined, pointer: string): string {
  const said: string[] = []
  let at: { type: Type; owner: string | undefined } | undefined = { type, owner }
  for (const part of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(part)) {
      said.push(`${said.pop() ?? ''} ${Number(part) + 1}`.trim())
      at = at && below(at)
      continue
    }
    const { type: real, name } = at ? resolve(at.type, at.owner) : { type: undefined, name: undefined }
    said.push(names.field(name, part))
    const next: Field | undefined = real && fieldsOf(real).find(({ p }) => p === part)
    at = next && { type: next.of, owner: undefined }
  }
  return said.join(' · ')
}

function below({ type }: { type: Type }): { type: Type; owner: string | undefined } | undefined {
  const { type: real } = resolve(type)
  return real.t === 'list' ? { type: real.of, owner: undefined } : undefined
}

function fieldsOf(type: Type): Field[] {
  if (type.t === 'object') return type.fields
  return type.t === 'union' ? type.of.flatMap(({ fields }) => fields) : []
}
