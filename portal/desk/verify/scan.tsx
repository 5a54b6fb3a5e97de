// The pages of a scan, as pictures the service draws. Wheel and keys enlarge and turn; what is too large is moved with
// the scroller of its own.
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ask } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useKeys } from '../frame/keys'
import { Reading } from '../parts/reading'

const WIDTH = 1200
const STEPS = ['fit', '150', '200', '300'] as const

/** A picture out of the service, as an address of this page only. */
export function usePicture(path: string) {
  const picture = useQuery({
    queryKey: ['picture', path],
    queryFn: async () => {
      const response = await ask(path)
      await take(Promise.resolve(response.ok ? { response, data: true } : { response, error: await response.json().catch(() => undefined) }))
      return response.blob()
    },
    gcTime: 60_000,
    staleTime: Infinity,
  })
  return picture
}

export function Scan({ path, pages }: { path: string; pages: number }) {
  const words = useTranslations('verify')
  const [page, setPage] = useState(1)
  const [step, setStep] = useState(0)
  const [turn, setTurn] = useState(0)
  const enlarge = (by: number) => setStep((at) => Math.max(0, Math.min(STEPS.length - 1, at + by)))
  useKeys({
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
    r: () => setTurn((at) => (at + 1) % 4),
    PageDown: () => setPage((at) => Math.min(pages, at + 1)),
    PageUp: () => setPage((at) => Math.max(1, at - 1)),
  })
  return (
    <section className="scan" aria-label={words('scan')}>
      <div className="scan-bar">
        <button type="button" className="button low" onClick={() => enlarge(1)}>
          {words('larger')} <kbd>+</kbd>
        </button>
        <button type="button" className="button low" onClick={() => enlarge(-1)}>
          {words('smaller')} <kbd>−</kbd>
        </button>
        <button type="button" className="button low" onClick={() => setTurn((turn + 1) % 4)}>
          {words('turn')} <kbd>R</kbd>
        </button>
        {pages > 1 && (
          <span className="scan-pages">
            <button type="button" className="button low" disabled={page === 1} onClick={() => setPage(page - 1)}>
              ‹<span className="unseen">{words('pageBefore')}</span>
            </button>
            <span className="small">{words('page', { page, pages })}</span>
            <button type="button" className="button low" disabled={page === pages} onClick={() => setPage(page + 1)}>
              ›<span className="unseen">{words('pageAfter')}</span>
            </button>
          </span>
        )}
      </div>
      <Picture key={page} path={`${path}/pages/${page}?width=${WIDTH}`} size={STEPS[step] ?? 'fit'} turn={turn} alt={words('pageAlt', { page, pages })} />
    </section>
  )
}

function Picture({ path, size, turn, alt }: { path: string; size: string; turn: number; alt: string }) {
  const words = useTranslations('verify')
  const picture = usePicture(path)
  return (
    <div className="scan-room" tabIndex={0} role="region" aria-label={words('scroller')}>
      <Reading of={picture} rows={6}>
        {(bytes) => <Drawn bytes={bytes} className={`scan-page size-${size} turn-${turn}`} alt={alt} />}
      </Reading>
    </div>
  )
}

/** The picture lives as an address of its own for as long as it is on the page. */
function Drawn({ bytes, className, alt }: { bytes: Blob; className: string; alt: string }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined
      const address = URL.createObjectURL(bytes)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [bytes],
  )
  return <img ref={show} className={className} alt={alt} />
}
