// What is being read: nothing for a moment, then grey bars of the height to come, then a word; and what went wrong.
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Said } from './said'

const BARS_AFTER = 300
const WORD_AFTER = 5000

export function Reading<Data>({ of, children }: { of: UseQueryResult<Data>; children: (data: Data) => ReactNode }) {
  const words = useTranslations('shared.problem')
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (!of.isError) return <Bars rows={5} />
  return (
    <>
      <Said error={of.error} />
      <button type="button" className="button wide" onClick={() => void of.refetch()}>
        {words('again')}
      </button>
    </>
  )
}

export function Bars({ rows }: { rows: number }) {
  const words = useTranslations('shared.loading')
  const [since, setSince] = useState<'now' | 'a while' | 'long'>('now')
  useEffect(() => {
    const timers = [setTimeout(() => setSince('a while'), BARS_AFTER), setTimeout(() => setSince('long'), WORD_AFTER)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (since === 'now') return null
  return (
    <div className="bars" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
      {since === 'long' && <p>{words('slow')}</p>}
    </div>
  )
}
