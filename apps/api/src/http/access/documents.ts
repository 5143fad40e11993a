import { API, type Access } from './access';

/** Documents of consortia, as drafts and as files. */
export const documentRoutes: readonly Access[] = [
  {
    method: 'GET',
    path: `${API}/consortia/:id/documents`,
    act: 'listDocuments',
    who: 'signed-in',
    answers: 'DocumentList',
  },
  {
    method: 'POST',
    path: `${API}/consortia/:id/documents`,
    act: 'draftDocument',
    who: 'signed-in',
    takes: 'DraftDocument',
    answers: 'DocumentDetail',
    status: 201,
  },
  { method: 'GET', path: `${API}/paper.css`, act: 'stylePaper', who: 'public', media: 'text/css' },
  { method: 'GET', path: `${API}/documents/:id`, act: 'readDocument', who: 'signed-in', answers: 'DocumentDetail' },
  {
    method: 'PATCH',
    path: `${API}/documents/:id`,
    act: 'changeDocument',
    who: 'signed-in',
    takes: 'ChangeDocument',
    answers: 'DocumentDetail',
  },
  {
    method: 'POST',
    path: `${API}/documents/:id/issue`,
    act: 'issueDocument',
    who: 'signed-in',
    takes: 'IssueDocument',
    answers: 'DocumentDetail',
  },
  { method: 'GET', path: `${API}/documents/:id/pdf`, act: 'downloadPdf', who: 'signed-in', media: 'application/pdf' },
  {
    method: 'GET',
    path: `${API}/documents/:id/docx`,
    act: 'downloadDocx',
    who: 'signed-in',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { method: 'GET', path: `${API}/documents/:id/html`, act: 'openHtml', who: 'signed-in', media: 'text/html' },
];
