import { ContactFinder } from './ContactFinder'
import { CopyAddress } from './CopyAddress'
import { Helpful } from './Helpful'
import { PortalBox } from './PortalBox'
import { PrintButton } from './PrintButton'
import { ReadAloud } from './ReadAloud'
import { ReportForm } from './ReportForm'

/** All of a citizens' page that answers to whoever clicks and types; the rest is as it was sent. */
export const islands = {
  ContactFinder,
  CopyAddress,
  Helpful,
  PortalBox,
  PrintButton,
  ReadAloud,
  ReportForm,
}
