// A case in a list: masked names that lead to it, and its number.
import { Link } from '@tanstack/react-router'
import type { Schemas } from '../../shared/api/client'

type Line = Pick<Schemas['LedgerLine'], 'case_id' | 'adopters' | 'child' | 'number'>

export function CaseName({ line }: { line: Line }) {
  return (
    <>
      <Link to="/cases/$id" params={{ id: line.case_id }} className="case-name">
        {line.adopters.join(' ')}
      </Link>
      <div className="micro nowrap">{line.number}</div>
    </>
  )
}
