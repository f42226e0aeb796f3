/** Before a run: gives it a name, which all that its processes leave outside the project begins with. */
export default function begin() {
  process.env.ATRIUM_TEST_RUN = String(process.pid);
}
