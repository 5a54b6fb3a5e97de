// The staff's entry.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/base.css'
import './desk.css'
import './pages.css'
import { ProblemError } from '../shared/api/problem'
import { show } from '../shared/manners'
import { Words } from '../shared/words/provider'
import { router } from './router'
import { Gate } from './session/gate'
import { catalogues } from './words/catalogues'

const queries = new QueryClient({
  defaultOptions: {
    // What the service refused it refuses again; only silence is worth another try.
    queries: { retry: (times, error) => !(error instanceof ProblemError) && times < 2, staleTime: 5000 },
  },
})

show()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Words catalogues={catalogues}>
          <Gate>
            <RouterProvider router={router} />
          </Gate>
        </Words>
      </QueryClientProvider>
    </StrictMode>,
  )
}
