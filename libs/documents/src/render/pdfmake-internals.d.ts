/** The parts of pdfmake that carry structure tags; pdfmake is pinned, and a test fails when a part disappears. */
declare module 'pdfmake/js/PDFDocument.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/Renderer.js' {
  const module: unknown;
  export default module;
}
declare module 'pdfmake/js/LayoutBuilder.js' {
  const module: unknown;
  export default module;
}
