/** Made-up sentences for the made-up commune: what a village cell writes about, month by month. */
export const WHAT_WAS_DONE: readonly string[] = [
  'Đảng viên và nhân dân yên tâm, phấn khởi, tin tưởng vào sự lãnh đạo của Đảng; dư luận quan tâm việc nắng nóng kéo dài.',
  'Tuyên truyền nghị quyết của Đảng ủy xã đến 100% hộ; 18 hộ đăng ký tham gia câu lạc bộ dưỡng sinh.',
  'Gieo cấy xong 42 ha lúa đúng khung thời vụ; tiêm phòng cho đàn lợn đạt 92% kế hoạch.',
  'Nhân dân hiến 380 m² đất và 115 ngày công làm đường nội đồng; đã đổ bê tông được 640 m.',
  'Biểu dương đồng chí phụ trách Hội Phụ nữ khu đã vận động xong việc phân loại rác ở 57 hộ.',
  'Thu quỹ “Vì người nghèo” đạt 104%; hai hộ cận nghèo được giúp ngày công sửa nhà.',
  'Nhắc nhở ba đồng chí dự sinh hoạt muộn; cả ba đã nhận và hứa khắc phục.',
  'Việc vận động mắc công tơ nước còn chậm do một số hộ đi làm xa, chưa liên lạc được.',
  'An ninh trật tự giữ vững, không có vụ việc phát sinh; tổ liên gia họp đủ hai kỳ.',
  'Mương tưới tuyến 2 được nạo vét xong trước vụ, dài 1,1 km.',
]

export const WHAT_IS_NEXT: readonly string[] = [
  'Vận động các hộ hoàn thành tuyến đường nội đồng còn lại; đồng chí phó bí thư chủ trì, xong trước ngày 25, báo cáo tại kỳ sinh hoạt sau.',
  'Rà soát hộ nghèo, hộ cận nghèo, giúp làm hồ sơ vay vốn; đồng chí phụ trách Hội Nông dân chủ trì.',
  'Ra quân vệ sinh đường làng, trồng bổ sung 120 cây bóng mát; Đoàn Thanh niên chủ trì, ngày chủ nhật tuần thứ hai.',
  'Chuẩn bị sinh hoạt chuyên đề về chuyển đổi số; đồng chí bí thư phân công người soạn trước ngày 20.',
  'Phối hợp trạm y tế khám sức khỏe cho người cao tuổi; lập danh sách xong trước ngày 10.',
  'Kiểm tra đê bao và máy bơm trước mùa mưa; tổ xung kích trực theo lịch.',
]

export const NOTICES: readonly { title: string; body: string; where: string }[] = [
  {
    title: 'Lịch tiêm phòng cho đàn gia súc',
    body: 'Bà con có lợn, trâu, bò chưa tiêm, xin đưa đến điểm tiêm đúng giờ.\nMang theo sổ theo dõi nếu có.',
    where: 'Sân nhà văn hóa khu',
  },
  {
    title: 'Họp dân bàn việc làm đường',
    body: 'Kính mời mỗi hộ một người đến họp bàn việc hiến đất, góp công làm đường nội đồng.',
    where: 'Nhà văn hóa khu',
  },
  {
    title: 'Ra quân vệ sinh môi trường',
    body: 'Mời bà con tham gia dọn vệ sinh đường làng, ngõ xóm. Mỗi hộ mang theo dụng cụ.',
    where: 'Tập trung tại cổng làng',
  },
]

/** What members say in a meeting. */
export const SAID: readonly string[] = [
  'Đồng ý với báo cáo; đề nghị nêu rõ hộ nào còn vướng để tổ công tác đến vận động.',
  'Đường vào xóm Chùa mưa là lầy, học sinh đi lại khó; đề nghị sửa trước mùa mưa.',
  'Việc tiêm phòng nên báo loa ba ngày liền, hộ đi làm xa hay bị sót.',
  'Xin nhận phụ trách ba hộ ở tuyến 2, báo cáo vào kỳ sau.',
  'Đề nghị Đảng ủy xã trả lời việc cấp giấy chứng nhận đất của 6 hộ đã nộp hồ sơ từ tháng 3.',
  'Đảng viên phải gương mẫu phân loại rác trước, rồi mới vận động bà con.',
  'Quỹ khuyến học còn thiếu; đề nghị mỗi đảng viên ủng hộ một ngày công.',
]
