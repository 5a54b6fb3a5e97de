//! A small clamd, and one that is not as it should be.

use tokio::net::{TcpListener, UnixListener};

use super::*;

/// Takes one file and answers: found, if it holds the word.
async fn serve_one(mut line: impl AsyncRead + AsyncWrite + Unpin) {
    let mut greeting = [0; 10];
    line.read_exact(&mut greeting).await.expect("a greeting");
    assert_eq!(&greeting, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let length = line.read_u32().await.expect("a length");
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length as usize];
        line.read_exact(&mut piece).await.expect("a piece");
        file.extend(piece);
    }
    let found = file.windows(5).any(|window| window == b"EICAR");
    let answer: &[u8] = if found { b"stream: Eicar-Signature FOUND\0" } else { b"stream: OK\0" };
    line.write_all(answer).await.expect("answered");
}

#[tokio::test]
async fn clean_and_infected_files_are_told_apart_over_both_kinds_of_line() {
    let tcp = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let by_tcp = VirusScanner::Tcp(tcp.local_addr().expect("an address").to_string());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("clamd");
    let unix = UnixListener::bind(&path).expect("bound");
    let by_unix = VirusScanner::Unix(path);
    tokio::spawn(async move {
        while let Ok((line, _)) = tcp.accept().await {
            serve_one(line).await;
        }
    });
    tokio::spawn(async move {
        while let Ok((line, _)) = unix.accept().await {
            serve_one(line).await;
        }
    });
    let clean = vec![7; 200_000];
    let infected = [clean.as_slice(), b"EICAR"].concat();
    for scanner in [by_tcp, by_unix] {
        assert_eq!(scanner.examine(&clean).await.expect("examined"), Finding::Clean);
        assert_eq!(scanner.examine(&infected).await.expect("examined"), Finding::Infected);
    }
}

#[tokio::test]
async fn no_answer_a_strange_answer_and_silence_are_no_finding() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let address = listener.local_addr().expect("an address").to_string();
    let scanner = VirusScanner::Tcp(address);
    let silent = scanner.examine_within(b"scan", Duration::from_millis(200)).await;
    assert!(matches!(silent, Err(ScannerFault::TooSlow)));
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            line.write_all(b"INSTREAM size limit exceeded. ERROR\0").await.ok();
        }
    });
    assert!(scanner.examine(b"scan").await.is_err());
    let nowhere = VirusScanner::Unix("/nowhere/clamd".into());
    assert!(matches!(nowhere.examine(b"scan").await, Err(ScannerFault::Line(_))));
}

#[test]
fn an_address_is_of_one_of_two_kinds() {
    let tcp = VirusScanner::Tcp("127.0.0.1:3310".to_owned());
    assert_eq!(VirusScanner::parse("tcp://127.0.0.1:3310"), Some(tcp));
    let unix = VirusScanner::Unix("/run/clamd.ctl".into());
    assert_eq!(VirusScanner::parse("unix:///run/clamd.ctl"), Some(unix));
    for wrong in ["127.0.0.1:3310", "tcp://127.0.0.1", "unix://clamd", "http://x:1", ""] {
        assert_eq!(VirusScanner::parse(wrong), None, "{wrong}");
    }
}
