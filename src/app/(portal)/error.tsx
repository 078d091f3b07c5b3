'use client'

import { FailedPage } from '@/components/FailedPage'

export default FailedPage
