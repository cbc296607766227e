export const enrol = {
  title: 'Kết nối máy này',
  setupTitle: 'Lập sổ của xã',
  setupIntro: 'Làm một lần, trên máy của cán bộ Đảng ủy xã phụ trách sổ.',
  communeName: 'Tên xã, phường',
  communeHint: 'Ví dụ: xã Thanh Ba',
  communeMissing: 'Đồng chí ghi tên xã, phường.',
  officerName: 'Họ và tên đồng chí',
  officerHint: 'Cán bộ đầu tiên của Đảng ủy xã trong sổ.',
  officerMissing: 'Đồng chí ghi đủ họ và tên.',
  setupGo: 'Lập sổ',
  setupDone: 'Đã lập sổ của xã',
  setupDoneBody: 'Việc tiếp theo: lập chi bộ đầu tiên và ghi danh sách đảng viên.',
  setupNext: 'Mở danh sách chi bộ',
  fiveHeading: 'Năm điều đồng chí cần biết',
  'five.what':
    'Sổ giữ họ tên, diện đảng viên (đang dự bị thì cả ngày bắt đầu), chức vụ và những gì đồng chí viết vào sổ; không giữ số căn cước, số thẻ đảng, địa chỉ, số điện thoại.',
  'five.who':
    'Đảng viên trong chi bộ đọc được sổ của chi bộ; Đảng ủy xã thấy danh sách và phần bí thư gửi lên; người vận hành máy chủ của xã về kỹ thuật có thể đọc các nội dung thông thường.',
  'five.limits':
    'Không ghi bí mật nhà nước vào sổ; xác nhận trong sổ không thay chữ ký, bản giấy vẫn là bản gốc.',
  'five.speech':
    'Khi nói vào micrô của bàn phím để gõ chữ, lời nói có thể được gửi ra ngoài máy; việc nội bộ thì nên gõ tay.',
  'five.object':
    'Thấy ghi sai, muốn sửa, xóa hoặc không muốn dùng, đồng chí nói với bí thư chi bộ hoặc Đảng ủy xã; không dùng máy vẫn sinh hoạt bình thường.',
  agree: 'Tôi đã đọc, tiếp tục',
  opening: 'Đang mở liên kết…',
  codeHeading: 'Đọc to sáu số này',
  codeFor: 'Máy này của đ/c {name}, {unit}',
  codeLabel: 'Số trên máy này',
  codeHint:
    'Người mời so với số trên máy mình. Giống nhau thì người ấy bấm xác nhận; không giống thì dừng lại.',
  waiting: 'Đang chờ người mời xác nhận…',
  pending: 'Phiếu đã nhận, chờ bí thư duyệt',
  pendingBody: 'Đồng chí có thể đóng máy. Khi bí thư duyệt, sổ sẽ mở được trên máy này.',
  done: 'Máy này đã vào sổ',
  doneBody: 'Chào đ/c {name}. Sổ đang tải về, xong là dùng được cả khi không có mạng.',
  goOn: 'Mở sổ',
  install: 'Cài sổ lên màn hình',
  retry: 'Thử lại',
  notIn: 'Máy này chưa vào sổ',
  setupUnknown:
    'Liên kết này không đúng hoặc đã cũ: mỗi lần máy chủ khởi động lại, liên kết trước hết hiệu lực. Đồng chí lấy liên kết mới trên màn hình máy chủ.',
  setupUsed:
    'Sổ của xã đã được lập bằng liên kết này. Nếu không phải đồng chí lập, báo ngay cho người vận hành máy chủ.',
  badLink: 'Liên kết không dùng được',
  noSecret:
    'Liên kết thiếu phần cuối. Đồng chí mở lại đúng liên kết đã nhận, hoặc nhờ người mời tạo liên kết mới.',
  askAgain: 'Nhờ người mời mở lại tên đồng chí và bấm “Kết nối máy mới”.',
  inApp: 'Mở bằng Chrome',
  inAppHeading: 'Đang mở trong {app}',
  inAppBody:
    'Trình duyệt bên trong {app} không giữ được sổ. Đồng chí mở liên kết này bằng Chrome rồi làm tiếp.',
  inAppCopy: 'Sao chép liên kết',
  inAppHow: 'Nếu nút trên không mở được: sao chép liên kết, mở Chrome, dán vào ô địa chỉ.',
  already: 'Máy này đang dùng sổ của đ/c {name}',
  alreadyBody:
    'Nếu vẫn là đồng chí ấy, bấm tiếp tục để kết nối lại; sổ hiện có vẫn giữ nguyên. Nếu là người khác dùng chung máy, mỗi người có sổ riêng và mã PIN riêng.',
  pendingHint: 'Sáu số này là để so với máy của người duyệt, mỗi máy một số khác nhau.',
  'slip.codeUnknown': 'Mã số này không đúng. Đồng chí xem lại từng nhóm bốn chữ số trên phiếu rồi gõ lại.',
  'slip.codeExpired': 'Phiếu đã quá ngày ghi trên phiếu. Đồng chí xin bí thư phiếu mới.',
  'slip.codeUsed':
    'Phiếu này đã dùng trên một máy khác. Nếu không phải máy của đồng chí, báo ngay cho bí thư: máy kia chưa vào được sổ khi bí thư chưa duyệt.',
  typeAgain: 'Nhập mã số khác',
  typeIntro: 'Đồng chí có phiếu kết nối máy? Quét mã QR trên phiếu, hoặc gõ mã số ở đây.',
  typeLabel: 'Mã số trên phiếu',
  typeHint: '16 chữ số, bốn nhóm bốn số.',
  typeWrong: 'Mã số có đúng 16 chữ số, ví dụ 4071 3390 0215 8846.',
  typeGo: 'Tiếp tục',
  typeLink:
    'Nếu đồng chí vừa mở một liên kết: liên kết thiếu phần cuối. Mở lại đúng liên kết đã nhận, hoặc nhờ người mời tạo liên kết mới.',
  alreadyOther: 'Người khác dùng chung máy này',
  alreadyNeedsPin: 'Sổ đang có trên máy chưa có mã PIN: người ấy đặt mã PIN trước ở',
  alreadySettings: 'Cài đặt',
} as const
