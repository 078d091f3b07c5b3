/** The name of the product, on the sign-in page. */
export const Logo = () => (
  <span className="zk-logo">
    <Mark />
    <span>知库</span>
  </span>
)

/** The mark alone, in the breadcrumb. */
export const Icon = () => <Mark />

const Mark = () => (
  <span className="zk-mark" aria-hidden="true">
    知
  </span>
)
