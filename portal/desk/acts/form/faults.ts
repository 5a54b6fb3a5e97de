// Which field a refusal is about. The service names it by a JSON pointer.
import { ProblemError, type Violation } from '../../../shared/api/problem'

/** Also the older way of writing, `adopters[0].resident_id`. */
export function pointerOf(field: string | null | undefined): string {
  if (!field) return ''
  return field.startsWith('/') ? field : `/${field.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`
}

export function faultsOf(error: unknown): Map<string, Violation[]> {
  const faults = new Map<string, Violation[]>()
  if (!(error instanceof ProblemError)) return faults
  for (const violation of error.violations) {
    const pointer = pointerOf(violation.field)
    faults.set(pointer, [...(faults.get(pointer) ?? []), violation])
  }
  return faults
}

/** The name of the field's element in the page. */
export function idOf(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`
}
