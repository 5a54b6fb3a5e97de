// Rows one walks with j and k; Enter opens the case of the chosen one.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../frame/keys'

export function useRows(lines: { id: string; act?: string | null }[]) {
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState<number>()
  const walk = (step: number) => setChosen(Math.max(0, Math.min(lines.length - 1, (chosen ?? -1) + step)))
  const line = chosen === undefined ? undefined : lines[chosen]
  useEffect(() => {
    table.current?.querySelector('tr.on')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    '.': () => {
      if (line?.act) void navigate({ to: '/cases/$id/acts/$act', params: { id: line.id, act: line.act } })
      else if (line) void navigate({ to: '/cases/$id', params: { id: line.id } })
    },
    o: () => line && void navigate({ to: '/cases/$id', params: { id: line.id } }),
  })
  return { table, chosen }
}
