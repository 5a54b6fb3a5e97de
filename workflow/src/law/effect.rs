//! 收养的效力: what follows from a registered adoption.

use crate::base::rule::rules;

rules! {
    /// The child's household registration follows the adoption.
    HOUSEHOLD = "REG-9", None,
        "《民法典》第一千一百零六条；《中国公民收养子女登记办法》第九条", "Civil Code art. 1106; Registration Measures art. 9", Verified,
        "需要办理户口登记或者迁移的，由收养人持收养登记证到户口登记机关办理",
        "the adopter takes the certificate to the household registry";
    /// The tie of parents and child.
    PARENTS_IN_LAW = "CC-1111.1", None,
        "《民法典》第一千一百一十一条第一款", "Civil Code art. 1111(1)", Verified,
        "自收养关系成立之日起，适用父母子女关系的规定", "from that day the law of parents and children applies";
    /// The child's surname.
    SURNAME = "CC-1112", None,
        "《民法典》第一千一百一十二条", "Civil Code art. 1112", Verified,
        "养子女可以随养父或者养母的姓氏；经当事人协商一致，也可以保留原姓氏",
        "the child may take an adoptive parent's surname or, if the parties agree, keep its own";
}
