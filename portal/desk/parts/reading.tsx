// A page or sheet that is being read: nothing for a moment, then grey bars of the height to come, then a word.
import type { UseQueryResult } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemError } from '../../shared/api/problem'
import { Bars } from '../../shared/parts/bars'
import { NotFound } from './not-found'
import { PageHead } from './page'
import { Unread } from './said'

interface ReadingProps<Data> {
  of: UseQueryResult<Data>
  rows?: number
  /** Whether it is the whole page: then what is not there, or not for the reader, has the page for it. */
  page?: boolean
  children: (data: Data) => ReactNode
}

/** Draws what was read, or how the reading stands. */
export function Reading<Data>({ of, rows = 4, page, children }: ReadingProps<Data>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (page && of.error instanceof ProblemError && [400, 403, 404].includes(of.error.status)) return <NotFound />
  if (of.isError) {
    const told = <Unread error={of.error} again={() => void of.refetch()} />
    return page ? <UnreadPage>{told}</UnreadPage> : told
  }
  return <Bars rows={rows} small />
}

/** A page has its heading and its title also where it could not be read. */
function UnreadPage({ children }: { children: ReactNode }) {
  const words = useTranslations('shared.problem')
  return (
    <>
      <PageHead title={words('unread')} tab={words('unread')} />
      {children}
    </>
  )
}

/** Sheets that are read apart are drawn together, so that none moves when another comes later. Once drawn they stay: what
 *  could not be read would be asked for without end by a sheet that comes and goes. */
export function Together({ of, children }: { of: Pick<UseQueryResult, 'isLoading'>[]; children: ReactNode }) {
  const [drawn, setDrawn] = useState(false)
  const loading = of.some(({ isLoading }) => isLoading)
  if (!loading && !drawn) setDrawn(true)
  return loading && !drawn ? <Bars rows={8} small /> : <>{children}</>
}
