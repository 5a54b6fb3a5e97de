// What is being read: nothing for a moment, then grey bars of the height to come, then a word; and what went wrong.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Bars } from '../../shared/parts/bars'
import { Said } from './said'

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
