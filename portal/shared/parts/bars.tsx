// What stands where something is being read: nothing for a moment, then grey bars of the height to come, then a word.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

const BARS_AFTER = 300
const WORD_AFTER = 5000

export function Bars({ rows, small }: { rows: number; small?: boolean }) {
  const words = useTranslations('shared.loading')
  const [since, setSince] = useState<'now' | 'a while' | 'long'>('now')
  useEffect(() => {
    const timers = [setTimeout(() => setSince('a while'), BARS_AFTER), setTimeout(() => setSince('long'), WORD_AFTER)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (since === 'now') return <i className="soon" hidden />
  return (
    <div className="bars" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
      {since === 'long' && <p className={small ? 'quiet small' : undefined}>{words('slow')}</p>}
    </div>
  )
}
