// The family's entry: small, on a phone, without an account.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/base.css'
import './family.css'
import { ProblemError } from '../shared/api/problem'
import { show } from '../shared/manners'
import { Words } from '../shared/words/provider'
import { Pages } from './pages'
import { catalogues } from './words/catalogues'

// What the service said is not asked again by itself; an answer that never came is, twice.
const questions = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (times, error) => !(error instanceof ProblemError) && times < 2,
      refetchOnWindowFocus: false,
      staleTime: 60_000,
    },
  },
})

show()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={questions}>
        <Words catalogues={catalogues}>
          <Pages />
        </Words>
      </QueryClientProvider>
    </StrictMode>,
  )
}
